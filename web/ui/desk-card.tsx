import { useContext, useState } from 'preact/hooks'
import { deviceMemory } from './device-memory.ts'
import { KeyHint } from './key-hint.tsx'
import { UiWords } from './ui-words.ts'
import { characterKeysOn, setCharacterKeys, useShortcut } from './use-shortcut.ts'

export interface DeskCardProps {
  /** Under which name this device remembers whether the card was closed. */
  desk: string
  /** What to do, in this order: about five lines. */
  lines: readonly string[]
  title?: string | undefined
  /** Whom to ask. */
  ask?: string | null | undefined
  /** Closed until somebody opens it, where what is in sight is other work than the card tells of. */
  folded?: boolean
}

function printCard(): void {
  const page = document.documentElement
  page.dataset.print = 'desk-card'
  window.addEventListener('afterprint', () => delete page.dataset.print, { once: true })
  window.print()
}

function KeySwitch() {
  const words = useContext(UiWords)
  const [on, setOn] = useState(characterKeysOn)
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          setCharacterKeys(event.currentTarget.checked)
          setOn(event.currentTarget.checked)
        }}
      />
      <span>{words.characterKeys}</span>
    </label>
  )
}

/** このデスクの仕事: open until someone has read and closed it on this device, one key afterwards. */
export function DeskCard({ desk, lines, title, ask, folded = false }: DeskCardProps) {
  const words = useContext(UiWords)
  const keptAs = `deskCard.${desk}`
  const [open, setOpen] = useState(() => !folded && deviceMemory.read(keptAs) !== 'closed')
  const show = (wanted: boolean) => {
    if (!folded) deviceMemory.write(keptAs, wanted ? 'open' : 'closed')
    setOpen(wanted)
  }
  useShortcut('?', () => show(!open))
  return (
    <section class="desk-card">
      <h2 class="desk-card-title">
        <button
          type="button"
          class="desk-card-toggle"
          aria-expanded={open}
          aria-keyshortcuts="?"
          onClick={() => show(!open)}
        >
          {title ?? words.deskCard}
          <KeyHint keys="?" />
        </button>
      </h2>
      {open ? (
        <div class="desk-card-body">
          <ol>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          {ask ? <p class="desk-card-ask">{ask}</p> : null}
          <div class="desk-card-foot">
            <KeySwitch />
            <button type="button" class="button button-quiet" onClick={printCard}>
              {words.print}
            </button>
          </div>
        </div>
      ) : null}
    </section>
  )
}
