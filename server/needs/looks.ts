import { revealedBy, writeLook } from '#server/access/access-log.ts'
import { actorId } from '#server/core/actor.ts'
import type { Reading } from '#server/core/reads.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { getNeed } from '#server/needs/needs.ts'
import { type LookedAt, type LookReason, revealedMinutes } from '#shared/access/look.ts'
import { notAllowed } from '#shared/core/problems.ts'
import { addMinutes } from '#shared/core/time.ts'
import type { Need } from '#shared/needs/need.ts'

/**
 * Writes down that somebody looks at what no device holds of a need. Such an act changes nothing but the log of who
 * looked; its answer is kept there too, and so says nothing.
 */
export async function lookAtNeed(
  work: UnitOfWork,
  what: LookedAt,
  { revealId, needId, why }: { revealId: string; needId: string; why: LookReason },
): Promise<void> {
  const need = await getNeed(work.tx, needId)
  await writeLook(work, { id: revealId, what, recordKind: 'need', recordId: need.id, why })
  work.describe({ need: need.number })
}

/** The need that the asker has just looked at by this act; refused to everybody else, and once the time is over. */
export async function needLookedAt(
  { tx, actor, now }: Reading,
  what: LookedAt,
  { revealId }: { revealId: string },
): Promise<Need> {
  const since = addMinutes(now, -revealedMinutes)
  const shown = await revealedBy(tx, { id: revealId, what, actorId: actorId(actor), since })
  if (shown === undefined) throw notAllowed({})
  return getNeed(tx, shown.recordId)
}
