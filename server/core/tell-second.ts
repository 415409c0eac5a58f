import type { Actor } from '#server/core/actor.ts'
import { writerOf } from '#server/core/event-log.ts'
import { changedSeqOf, type Tx } from '#server/database/record-table.ts'
import { type First, Problem } from '#shared/core/problem.ts'
import { clockOf, dateOf, type Instant, timeZone } from '#shared/core/time.ts'

/** The time of day; where that was another day, which one too. */
function timeOf(at: Instant, now: Instant): string {
  const [date, clock] = [dateOf(at, timeZone), clockOf(at, timeZone)]
  if (date === dateOf(now, timeZone)) return clock
  const [, month, day] = date.split('-').map(Number)
  return `${month}月${day}日 ${clock}`
}

/**
 * A refusal as its sender gets it: to one that is about a record, who wrote it last, by which act and when. Only staff
 * are told; what a desk did is no business of strangers' phones.
 */
export async function tellSecond(tx: Tx, actor: Actor, refusal: unknown, now: Instant): Promise<unknown> {
  if (!(refusal instanceof Problem) || refusal.about === undefined || actor.kind !== 'staff') return refusal
  const seq = await changedSeqOf(tx, ...refusal.about)
  if (seq === 0) return refusal
  const { name, at, type } = await writerOf(tx, seq)
  const first: First = { by: name, at: timeOf(at, now), act: type }
  return new Problem(refusal.code, refusal.status, { ...refusal.details, first })
}
