const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Moves the focus among the matching elements of a list by arrow keys; Tab still goes through all. */
export function moveFocus(event: KeyboardEvent, selector: string): void {
  const step = steps[event.key]
  const { currentTarget: list, target } = event
  if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
  if (!(list instanceof Element && target instanceof HTMLElement && target.matches(selector))) return
  const all = [...list.querySelectorAll<HTMLElement>(selector)]
  const next = all[all.indexOf(target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** Brings the hands to the first matching element of the page. */
export function focusFirst(...selectors: string[]): void {
  const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find((one) => one !== null)
  found?.focus()
}
