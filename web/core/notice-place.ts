export function lineWith(text: string): HTMLElement {
  const line = document.createElement('p')
  line.textContent = text
  return line
}

/** A notice above the page's content: read out when what it says changes, and not with every second. */
export function noticePlace(id: string): (said: readonly HTMLElement[]) => void {
  const place = document.createElement('div')
  place.id = id
  place.className = 'notice notice-warning'
  place.setAttribute('role', 'status')
  place.hidden = true
  document.querySelector('main')?.prepend(place)
  let shown = ''
  return (said) => {
    const text = said.map(({ textContent }) => textContent).join('\n')
    if (text === shown) return
    shown = text
    const words = document.createElement('div')
    words.className = 'notice-words'
    words.append(...said)
    place.replaceChildren(words)
    place.hidden = said.length === 0
  }
}
