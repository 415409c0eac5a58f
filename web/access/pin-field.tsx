import type { RefObject } from 'preact'
import { TextField } from '#web/ui/text-field.tsx'
import { narrowDigits } from '#web/ui/typed-digits.ts'

/** Six digits as they were typed, full-width ones included; anything else falls away. */
export function pinDigits(typed: string): string {
  return narrowDigits(typed).replace(/\D/g, '').slice(0, 6)
}

interface PinFieldProps {
  label: string
  value: string
  onInput: (pin: string) => void
  id?: string
  hint?: string | null
  error?: string | null
  disabled?: boolean
  autoFocus?: boolean
  inputRef?: RefObject<HTMLInputElement | null>
}

/** A PIN. It is never kept in a draft. */
export function PinField({ onInput, ...field }: PinFieldProps) {
  return (
    <TextField
      {...field}
      kind="password"
      inputMode="numeric"
      autoComplete="one-time-code"
      onInput={(typed) => onInput(pinDigits(typed))}
    />
  )
}
