import { useContext } from 'preact/hooks'
import { parseDate } from '#shared/core/japanese-date.ts'
import type { FieldProps } from './field-frame.tsx'
import { TextField } from './text-field.tsx'
import { UiWords } from './ui-words.ts'

export interface DateFieldProps extends FieldProps {
  /** What was typed; `parseDate` of shared/core makes a date of it. With `calendar`, always `YYYY-MM-DD` or empty. */
  value: string
  onInput: (value: string) => void
  /** The browser's own picker: for days near today, not for dates of birth. */
  calendar?: boolean | undefined
  min?: string | undefined
  max?: string | undefined
  autoComplete?: string | undefined
}

function readBack(value: string, words: { dateUnderstood: (date: string) => string; dateNotUnderstood: string }) {
  const { date } = parseDate(value)
  return date ? words.dateUnderstood(date) : words.dateNotUnderstood
}

/** A date typed in any of the ways people write it, with what was understood read back beneath. */
export function DateField({ calendar, hint, ...field }: DateFieldProps) {
  const words = useContext(UiWords)
  if (calendar) return <TextField {...field} hint={hint} kind="date" />
  const { min: _min, max: _max, ...typed } = field
  const echo = readBack(field.value, words)
  return <TextField {...typed} hint={hint ? `${hint} ${echo}` : echo} />
}
