import { useContext } from 'preact/hooks'
import { FieldFrame, type FieldProps, useFieldIds } from './field-frame.tsx'
import { UiWords } from './ui-words.ts'

interface SelectOption {
  value: string
  label: string
  disabled?: boolean | undefined
}

export interface SelectFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  options: readonly SelectOption[]
  /** The first, empty entry; give `''` for none. */
  emptyLabel?: string | undefined
}

/** One of many. For up to six, ChoiceField shows them all at once. */
export function SelectField(props: SelectFieldProps) {
  const words = useContext(UiWords)
  const ids = useFieldIds(props)
  const empty = props.emptyLabel ?? words.choose
  return (
    <FieldFrame field={props} ids={ids}>
      <select
        class="field-input"
        id={ids.id}
        name={props.name}
        value={props.value}
        disabled={props.disabled}
        aria-required={props.required ? true : undefined}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={ids.describedBy}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {empty === '' ? null : <option value="">{empty}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
