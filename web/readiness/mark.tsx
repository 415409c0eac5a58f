import type { ComponentChildren } from 'preact'

interface MarkProps {
  text: string
  done: boolean
  onToggle: () => void
  /** Beneath the words. */
  more?: ComponentChildren
  /** Who and by when, or who did it. */
  side: ComponentChildren
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Arrows go from one to the next through all that is shown. */
function onArrow(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = steps[event.key]
  const around = event.currentTarget.closest('.panel-body')
  if (step === undefined || !around) return
  const marks = [...around.querySelectorAll<HTMLElement>('.set-up-mark')]
  event.preventDefault()
  marks[marks.indexOf(event.currentTarget) + step]?.focus()
}

/** One thing to be done, as large as its line: one tap and it is. */
export function Mark({ text, done, onToggle, more, side }: MarkProps) {
  return (
    <button type="button" aria-pressed={done} class="set-up-mark" onClick={onToggle} onKeyDown={onArrow}>
      <span class="set-up-words">
        <span class="set-up-text">{text}</span>
        {more}
      </span>
      <span class="set-up-side">{side}</span>
    </button>
  )
}
