import { useState } from 'preact/hooks'
import type { CheckItem } from '#shared/readiness/check-item.ts'
import { instantNow } from '#web/core/clock.ts'
import { act, today } from '#web/readiness/acts.ts'
import { readinessWords, checkListWords as words } from '#web/texts/readiness.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { typedInstant } from '#web/ui/typed-time.ts'

function wrong(at: string | null): string | null {
  if (at === null) return words.timeWrong
  return Date.parse(at) > instantNow() ? words.notYet : null
}

/** What was done before the screens were there, and ticked on the printed list: done, with the time that stands there. */
export function DoneAtForm({ item: { id: itemId, text }, onClose }: { item: CheckItem; onClose: () => void }) {
  const [date, setDate] = useState(today())
  const [time, setTime] = useState('')
  const at = typedInstant(date, time)
  const save = async () => {
    const undo = { message: words.marked(text), run: () => act('readiness.unmarkItem', { itemId }) }
    await act('readiness.markItem', { itemId }, undo, { happenedAt: at ?? undefined })
    onClose()
  }
  return (
    <Dialog
      open
      title={words.doneAt}
      onClose={onClose}
      closeLabel={readinessWords.cancel}
      actions={
        <Button variant="next" shortcut="Ctrl+Enter" onPress={save} disabledBecause={wrong(at)}>
          {readinessWords.save}
        </Button>
      }
    >
      <p>{text}</p>
      <div class="form-grid">
        <DateField calendar label={words.doneDate} value={date} onInput={setDate} />
        <TextField label={words.doneTime} inputMode="numeric" autoFocus value={time} onInput={setTime} />
      </div>
    </Dialog>
  )
}
