import { useId } from 'preact/hooks'

export interface ProgressProps {
  /** What is going on, never a bare spinner. */
  word: string
  value?: number | undefined
  max?: number | undefined
}

/** What is going on and, where it is known, how far it has come. */
export function Progress({ word, value, max = 100 }: ProgressProps) {
  const wordId = useId()
  return (
    <div class="progress">
      <p id={wordId} role="status">
        {word}
      </p>
      <progress class="progress-line" aria-labelledby={wordId} value={value} max={max} />
    </div>
  )
}
