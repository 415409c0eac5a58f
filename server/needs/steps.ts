import { isDeepStrictEqual } from 'node:util'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { getStandingNeed, moveNeed, needReasons, needs } from '#server/needs/needs.ts'
import type { Problem } from '#shared/core/problem.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Need, NeedReason, NeedStatus } from '#shared/needs/need.ts'
import { movedProblem } from '#shared/needs/rules.ts'

/** What was said of a need's way in free words. */
type Said = Omit<NeedReason, 'id'>

/** Refuses with what a shared rule answered. */
export function refuse(problem: Problem | null): void {
  if (problem) throw problem
}

/** The need as the sender saw it; if someone moved it meanwhile, the sender is told who and when. */
export async function needAsSeen(work: UnitOfWork, seen: { needId: string; from: NeedStatus }): Promise<Need> {
  const need = await getStandingNeed(work.tx, seen.needId)
  refuse(movedProblem(need, seen.from, clockOf(need.statusAt, timeZone)))
  return need
}

/** Writes what was said of a need's way, where that is another word than before. */
export async function sayReason(work: UnitOfWork, needId: string, says: Partial<Said>): Promise<void> {
  const was = await needReasons.get(work.tx, needId)
  const becomes = { ...was, ...says }
  if (!isDeepStrictEqual(was, becomes)) await needReasons.save(work, becomes)
}

/** A step of the needs or survey desk; it can be taken back while the need still stands where it was put. */
export async function takeStep(
  work: UnitOfWork,
  need: Need,
  to: NeedStatus,
  changes: Partial<Omit<Need, 'id' | 'number' | 'status'>> = {},
  says: Partial<Pick<Said, 'reason' | 'referredTo'>> = {},
): Promise<Need> {
  const { reason, referredTo } = await needReasons.get(work.tx, need.id)
  await sayReason(work, need.id, { earlier: reason, earlierReferredTo: referredTo, ...says })
  const { status, survey, surveyOn, surveyTime, outcome } = need
  const before: Need['before'] = { stepTo: to, status, survey, surveyOn, surveyTime, outcome }
  if (to !== status) return moveNeed(work, need, to, { ...changes, before })
  // The same state, but something else about it was decided: 判断できない stays 受付.
  const stayed: Need = { ...need, ...changes, before }
  await needs.save(work, stayed)
  work.describe({ need: need.number, status })
  return stayed
}
