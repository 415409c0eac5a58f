import type { FieldProps } from './field-frame.tsx'
import { TextField } from './text-field.tsx'
import { narrowDigits } from './typed-digits.ts'

export interface TelFieldProps extends FieldProps {
  value: string
  onInput: (value: string) => void
  autoComplete?: string | undefined
  placeholder?: string | undefined
  maxLength?: number | undefined
  onEnter?: (() => void) | undefined
  onBlur?: (() => void) | undefined
}

/** A telephone number, with or without hyphens. */
export function TelField(props: TelFieldProps) {
  return (
    <TextField {...props} kind="tel" inputMode="tel" autoComplete={props.autoComplete ?? 'tel'} tidy={narrowDigits} />
  )
}
