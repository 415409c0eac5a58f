import { useState } from 'preact/hooks'
import type { RecordKind } from '#shared/records.ts'
import { wasSecond } from '#web/center/differences.ts'
import type { Outcome } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'

/**
 * A setting that several desks may write. What is typed stands over what the center has, also when that changes; it is
 * sent with the state on which it was begun, and after a refusal for that, with the one that was shown beside it then: what
 * a third desk writes meanwhile is refused once more, for nobody has read it.
 */
export function useSetting<T extends object>(kind: RecordKind, now: T) {
  const [typed, setTyped] = useState<{ part: Partial<T>; seen: number } | null>(null)
  const [second, setSecond] = useState(false)
  const seqNow = () => {
    const [record] = store.all(kind)
    return record ? store.seqOf(kind, record.id) : 0
  }
  const seq = seqNow()
  const value: T = { ...now, ...typed?.part }
  return {
    value,
    basedOnSeq: typed?.seen ?? seq,
    /** Whether another desk was quicker: then both texts are shown. */
    second,
    change: (part: Partial<T>) =>
      setTyped((before) => ({ part: { ...before?.part, ...part }, seen: before ? before.seen : seq })),
    /** What came of sending it. */
    heard: (outcome: Outcome) => {
      const lost = wasSecond(outcome)
      setSecond(lost)
      if (lost) setTyped({ part: value, seen: seqNow() })
      else if (outcome.kind !== 'refused') setTyped(null)
    },
  }
}
