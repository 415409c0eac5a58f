import { dateOf, timeZone } from '#shared/core/time.ts'
import { earlierTimeTexts as words } from '#shared/texts/earlier-time.ts'
import { centerNow } from '#web/core/clock.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { typedInstant } from '#web/ui/typed-time.ts'
import { useDraft } from '#web/ui/use-draft.ts'

interface Earlier {
  typed: string
  change: (typed: string) => void
  /** Why the act has to wait; null where the time is good, or none was typed. */
  problem: string | null
  /** What is sent beside the act: its own time, where it has one. */
  options: { happenedAt?: string }
  clear: () => void
}

/** A time of today as it stands on a sheet; what has not come yet was misread. */
function readEarlier(typed: string): Pick<Earlier, 'problem' | 'options'> {
  if (typed.trim() === '') return { problem: null, options: {} }
  const happenedAt = typedInstant(dateOf(centerNow(), timeZone), typed)
  if (happenedAt === null) return { problem: words.unreadable, options: {} }
  return Date.parse(happenedAt) > centerNow()
    ? { problem: words.future, options: {} }
    : { problem: null, options: { happenedAt } }
}

/** The time of what is keyed in later, kept under `key` like everything that is typed. */
export function useEarlierTime(key: string): Earlier {
  const { value, change, clear } = useDraft(`earlier.${key}`, { time: '' })
  return { typed: value.time, change: (time) => change({ time }), ...readEarlier(value.time), clear }
}

/** Folded away: most of what desks do happens as it is pressed. */
export function EarlierTime({ earlier, label }: { earlier: Earlier; label: string }) {
  const { typed, change, problem } = earlier
  return (
    <details class="earlier-time" open={typed !== ''}>
      <summary>{words.keyedLater}</summary>
      <TextField label={label} hint={words.hint} inputMode="numeric" value={typed} error={problem} onInput={change} />
    </details>
  )
}
