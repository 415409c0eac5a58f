import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { getStandingNeed, moveNeed, needs } from '#server/needs/needs.ts'
import type { Problem } from '#shared/core/problem.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Need, NeedStatus } from '#shared/needs/need.ts'
import { movedProblem } from '#shared/needs/rules.ts'

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

/** A step of the needs or survey desk; it can be taken back while the need still stands where it was put. */
export async function takeStep(
  work: UnitOfWork,
  need: Need,
  to: NeedStatus,
  changes: Partial<Omit<Need, 'id' | 'number' | 'status'>> = {},
): Promise<Need> {
  const { status, survey, surveyOn, surveyTime, outcome } = need
  const before: Need['before'] = { stepTo: to, status, survey, surveyOn, surveyTime, outcome }
  if (to !== status) return moveNeed(work, need, to, { ...changes, before })
  // The same state, but something else about it was decided: 判断できない stays 受付.
  const stayed: Need = { ...need, ...changes, before }
  await needs.save(work, stayed)
  work.describe({ need: need.number, status })
  return stayed
}
