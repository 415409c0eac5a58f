import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { UiWords } from './ui-words.ts'

export interface Undoable {
  id: string
  message: string
}

export interface UndoBarProps {
  /** What has just been done; null when there is nothing to take back. Keep the bar drawn all the same. */
  undoable: Undoable | null
  onUndo: (id: string) => unknown
  onGone: (id: string) => void
  seconds?: number | undefined
}

/** Counts down while nobody is at the bar; a hand that moves towards it must not see it go. */
function useCountdown(id: string | undefined, seconds: number, onEnd: () => void) {
  const [left, setLeft] = useState(seconds)
  const held = useRef(false)
  const latest = useRef(onEnd)
  latest.current = onEnd

  useEffect(() => {
    if (id === undefined) return
    let remaining = seconds
    held.current = false
    setLeft(seconds)
    const timer = setInterval(() => {
      if (held.current) return
      remaining -= 1
      setLeft(remaining)
      if (remaining <= 0) latest.current()
    }, 1000)
    return () => clearInterval(timer)
  }, [id, seconds])

  const hold = (on: boolean) => () => {
    held.current = on
  }
  return { left, hold }
}

/** 元に戻す for ten seconds. The live region stands before it has words, or the first words would not be read. */
export function UndoBar({ undoable, onUndo, onGone, seconds = 10 }: UndoBarProps) {
  const words = useContext(UiWords)
  const { left, hold } = useCountdown(undoable?.id, seconds, () => undoable && onGone(undoable.id))
  return (
    <div
      class={undoable ? 'undo-bar' : 'undo-bar undo-bar-empty'}
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocusCapture={hold(true)}
      onBlurCapture={hold(false)}
    >
      <p class="undo-bar-words" role="status">
        {undoable?.message}
      </p>
      {undoable ? (
        <>
          <Button key={undoable.id} shortcut="Alt+Z" onPress={() => onUndo(undoable.id)}>
            {words.undo}
          </Button>
          <span class="number undo-bar-left" aria-hidden="true">
            {words.secondsLeft(left)}
          </span>
        </>
      ) : null}
    </div>
  )
}
