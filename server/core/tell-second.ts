import type { Actor } from '#server/core/actor.ts'
import { writerOf } from '#server/core/event-log.ts'
import { changedSeqOf, type Tx } from '#server/database/record-table.ts'
import { type First, Problem } from '#shared/core/problem.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'

/**
 * A refusal as its sender gets it: to one that is about a record, who wrote it last, by which act and when. Only staff
 * are told; what a desk did is no business of strangers' phones.
 */
export async function tellSecond(tx: Tx, actor: Actor, refusal: unknown): Promise<unknown> {
  if (!(refusal instanceof Problem) || refusal.about === undefined || actor.kind !== 'staff') return refusal
  const seq = await changedSeqOf(tx, ...refusal.about)
  if (seq === 0) return refusal
  const { name, at, type } = await writerOf(tx, seq)
  const first: First = { by: name, at: clockOf(at, timeZone), act: type }
  return new Problem(refusal.code, refusal.status, { ...refusal.details, first })
}
