import { FieldGroup, type FieldIds, type FieldProps, useFieldIds } from './field-frame.tsx'

interface ChoiceOption {
  value: string
  label: string
  hint?: string | undefined
  disabled?: boolean | undefined
}

export interface ChoiceFieldProps extends FieldProps {
  value: string | null
  onChange: (value: string) => void
  options: readonly ChoiceOption[]
}

export interface ChoicesFieldProps extends FieldProps {
  values: readonly string[]
  onChange: (values: string[]) => void
  options: readonly ChoiceOption[]
}

interface ChipProps {
  kind: 'radio' | 'checkbox'
  option: ChoiceOption
  field: FieldProps
  ids: FieldIds
  checked: boolean
  onPick: () => void
}

function Chip({ kind, option, field, ids, checked, onPick }: ChipProps) {
  return (
    <label class="chip">
      <input
        type={kind}
        name={field.name ?? ids.id}
        value={option.value}
        checked={checked}
        disabled={field.disabled || option.disabled}
        aria-invalid={field.error && kind === 'checkbox' ? true : undefined}
        aria-describedby={field.error ? ids.error : undefined}
        onChange={onPick}
      />
      <span>
        {option.label}
        {option.hint ? <span class="chip-hint">{option.hint}</span> : null}
      </span>
    </label>
  )
}

/** One of a few, all in sight, as large chips; the arrow keys go through them because they are true radio buttons. */
export function ChoiceField(props: ChoiceFieldProps) {
  const ids = useFieldIds(props)
  return (
    <FieldGroup field={props} ids={ids}>
      <div class="chips">
        {props.options.map((option) => (
          <Chip
            key={option.value}
            kind="radio"
            option={option}
            field={props}
            ids={ids}
            checked={props.value === option.value}
            onPick={() => props.onChange(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** Any number of a few, in the order in which they are offered. */
export function ChoicesField(props: ChoicesFieldProps) {
  const ids = useFieldIds(props)
  const toggle = (value: string) =>
    props.options
      .map((option) => option.value)
      .filter((offered) => props.values.includes(offered) !== (offered === value))
  return (
    <FieldGroup field={props} ids={ids}>
      <div class="chips">
        {props.options.map((option) => (
          <Chip
            key={option.value}
            kind="checkbox"
            option={option}
            field={props}
            ids={ids}
            checked={props.values.includes(option.value)}
            onPick={() => props.onChange(toggle(option.value))}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
