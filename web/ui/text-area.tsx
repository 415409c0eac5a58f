import { CharactersLeft, charactersLeft } from './characters-left.tsx'
import { FieldFrame, type FieldProps, useFieldIds, useFocusOnArrival } from './field-frame.tsx'

export interface TextAreaProps extends FieldProps {
  value: string
  onInput: (value: string) => void
  maxLength?: number | undefined
  rows?: number | undefined
  placeholder?: string | undefined
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const ids = useFieldIds(props, charactersLeft(props.value, props.maxLength) !== null)
  const element = useFocusOnArrival<HTMLTextAreaElement>(props.autoFocus)
  return (
    <FieldFrame field={props} ids={ids}>
      <textarea
        ref={element}
        class="field-input"
        id={ids.id}
        name={props.name}
        rows={props.rows ?? 3}
        value={props.value}
        placeholder={props.placeholder}
        disabled={props.disabled}
        aria-required={props.required ? true : undefined}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={ids.describedBy}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <CharactersLeft value={props.value} maxLength={props.maxLength} id={ids.extra} />
    </FieldFrame>
  )
}
