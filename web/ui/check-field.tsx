import type { ComponentChildren } from 'preact'
import { FieldError, FieldNotes, type FieldProps, RequiredMark, useFieldIds } from './field-frame.tsx'

export interface CheckFieldProps extends FieldProps {
  checked: boolean
  onChange: (checked: boolean) => void
  /** Replaces the label where it needs more than plain words. */
  children?: ComponentChildren
}

/** One thing to agree to or to state. */
export function CheckField(props: CheckFieldProps) {
  const ids = useFieldIds(props)
  return (
    <div class="field">
      {props.say ? <p class="say">{props.say}</p> : null}
      <label class="check">
        <input
          type="checkbox"
          id={ids.id}
          name={props.name}
          checked={props.checked}
          disabled={props.disabled}
          aria-required={props.required ? true : undefined}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={ids.describedBy}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span>
          {props.children ?? props.label}
          <RequiredMark when={props.required} />
        </span>
      </label>
      <FieldNotes field={props} ids={ids} />
      <FieldError field={props} ids={ids} />
    </div>
  )
}
