import type { FieldProps } from './field-frame.tsx'
import { TextField } from './text-field.tsx'
import { narrowDigits } from './typed-digits.ts'

export interface NumberFieldProps extends FieldProps {
  value: string
  onInput: (value: string) => void
  unit?: string | undefined
  maxLength?: number | undefined
  placeholder?: string | undefined
  onEnter?: (() => void) | undefined
}

/**
 * A number as text with a numeric keypad. Not `type=number`: that one throws away what it cannot read, changes under
 * the mouse wheel, and refuses full-width digits.
 */
export function NumberField({ unit, ...field }: NumberFieldProps) {
  return <TextField {...field} suffix={unit} inputMode="numeric" tidy={narrowDigits} />
}
