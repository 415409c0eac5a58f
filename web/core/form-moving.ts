import { readOwnJson } from '#shared/core/json.ts'
import type { Language } from '#shared/core/language.ts'
import { movingPhone } from '#shared/texts/moving-phone.ts'
import { keptDraft } from '#web/core/kept-draft.ts'
import { countBelongings, moveTo } from '#web/core/moving.ts'
import { originIn } from '#web/core/two-windows.ts'

type Word = keyof typeof movingPhone

/** The words of the page's language; readings stand in place of the kanji that they read. */
function wordsIn(language: Language) {
  return (word: Word, values: Record<string, number> = {}): string =>
    movingPhone[word][language]
      .replace(/[々一-鿿]+《([^》]+)》/g, '$1')
      .replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

function element<N extends keyof HTMLElementTagNameMap>(
  name: N,
  wishes: Partial<HTMLElementTagNameMap[N]>,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[N] {
  const made = Object.assign(document.createElement(name), wishes)
  made.append(...inside)
  return made
}

/** The form of the fold, and the places in it that change. */
function drawFold(say: ReturnType<typeof wordsIn>) {
  const counts = element('p', {})
  const address = element('input', { id: 'moving-address', className: 'field-input', type: 'text', inputMode: 'url' })
  address.autocomplete = 'off'
  const label = element('label', { htmlFor: address.id, className: 'field-label' }, say('address'))
  const hint = element('p', { id: 'moving-hint', className: 'field-hint' }, say('addressHint'))
  address.setAttribute('aria-describedby', hint.id)
  const field = element('div', { className: 'field' }, label, hint, address)
  const button = element('button', { className: 'button button-large button-wide' }, say('move'))
  const said = element('p', { role: 'status' })
  const body = element('form', { className: 'fold-body', noValidate: true }, element('p', {}, say('how')))
  body.append(counts, field, button, said)
  const fold = element('details', { className: 'fold', id: 'moving' }, element('summary', {}, say('ask')), body)
  return { fold, body, counts, address, button, said }
}

/** On a page that the server wrote, once its line is gone: the way to take along what lies on this phone. */
export function offerMoving(): void {
  const { language } = readOwnJson<{ language: Language }>(document.getElementById('data')?.textContent ?? '{}')
  const say = wordsIn(language)
  const { fold, body, counts, address, button, said } = drawFold(say)
  const count = async () => {
    const here = await countBelongings()
    // What waits was typed here too, and is not said twice.
    const isHalfFilled = here.unsent === 0 && keptDraft() !== null
    counts.textContent = say('counts', here) + (isHalfFilled ? ` ${say('draft')}` : '')
  }
  const move = async (origin: string) => {
    const moved = await moveTo(origin, { path: location.pathname, language, draft: keptDraft() })
    button.removeAttribute('aria-busy')
    const { unsent } = await countBelongings()
    said.textContent = say(moved ? 'moved' : 'silent', { unsent })
  }
  fold.addEventListener('toggle', () => void count())
  body.addEventListener('submit', (event) => {
    event.preventDefault()
    if (button.getAttribute('aria-busy') === 'true') return
    const origin = originIn(address.value)
    said.textContent = origin === null ? say('unfit') : ''
    if (origin === null) return
    button.setAttribute('aria-busy', 'true')
    void move(origin)
  })
  document.querySelector('h1')?.before(fold)
}
