import { PinField } from '#web/access/pin-field.tsx'
import type { usePin } from '#web/access/use-pin.ts'
import { accessTexts } from '#web/texts/access.ts'
import { Progress } from '#web/ui/progress.tsx'

interface PinEntryProps {
  entry: ReturnType<typeof usePin>
  id?: string
  hint?: string
  autoFocus?: boolean
}

/** The field for a PIN that is tried with its sixth digit. */
export function PinEntry({ entry, ...field }: PinEntryProps) {
  return (
    <div class="seat-pin">
      <PinField
        {...field}
        label={accessTexts.pin}
        value={entry.pin}
        onInput={entry.type}
        error={entry.error}
        inputRef={entry.field}
      />
      {entry.busy ? <Progress word={accessTexts.entering} /> : null}
    </div>
  )
}
