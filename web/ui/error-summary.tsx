import { useContext, useLayoutEffect, useRef } from 'preact/hooks'
import { UiWords } from './ui-words.ts'

export interface FieldMistake {
  fieldId: string
  message: string
}

export interface ErrorSummaryProps {
  errors: readonly FieldMistake[]
  /** Raise it at each try to send: the focus moves here when it changes and something is to be put right. */
  attempt: number
  title?: string | undefined
}

function focusField(id: string): void {
  const target = document.getElementById(id)
  const control = target?.matches('fieldset') ? target.querySelector<HTMLElement>('input:checked, input') : target
  control?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}

/** All that is to be put right, each a way to its field. */
export function ErrorSummary({ errors, attempt, title }: ErrorSummaryProps) {
  const words = useContext(UiWords)
  const element = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (attempt > 0) element.current?.focus()
  }, [attempt])
  if (errors.length === 0) return null
  return (
    <section class="error-summary" aria-labelledby="error-summary-title" tabIndex={-1} ref={element}>
      <h2 id="error-summary-title">{title ?? words.fixThese(errors.length)}</h2>
      <ul>
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault()
                focusField(fieldId)
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
