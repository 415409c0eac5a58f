import type { Problem } from '#shared/core/problem.ts'
import { dateOf } from '#shared/core/time.ts'
import type { Merge } from '#shared/doubles/merge.ts'
import {
  alreadyUndone,
  bothBusy,
  bothInTeams,
  keepTheOther,
  sameRecord,
  tooLateToUnmerge,
} from '#shared/doubles/problems.ts'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { isClosed } from '#shared/needs/rules.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { actProblem } from '#shared/volunteers/rules.ts'

export function twoProblem(keptId: string, mergedId: string): Problem | null {
  return keptId === mergedId ? sameRecord({}) : null
}

type Mergeable = Pick<Need, 'id' | 'number' | 'status' | 'teamIds'>

const hasTeam = ({ status, teamIds }: Mergeable) =>
  teamIds.length > 0 || status === 'assigned' || status === 'inProgress'

/**
 * Why these needs cannot be merged this way round, or null. The one that a team is on is kept, for its sheet and its
 * phones name it; an open one is not hidden in one that is done.
 */
export function mergeNeedsProblem(kept: Mergeable, merged: Mergeable): Problem | null {
  if (hasTeam(kept) && hasTeam(merged)) return bothBusy({ one: kept.number, other: merged.number }, ['need', merged.id])
  const label = needNumberText(merged.number)
  if (hasTeam(merged)) return keepTheOther({ label, why: 'team' }, ['need', merged.id])
  return isClosed(kept.status) && !isClosed(merged.status)
    ? keepTheOther({ label, why: 'open' }, ['need', kept.id])
    : null
}

type CheckIn = Pick<Attendance, 'id' | 'number' | 'status'>

const inTeam = ({ status }: CheckIn) => status === 'inTeam' || status === 'out'
const mayGo = (one: CheckIn) => actProblem('cancelCheckIn', one) === null

export function mergePersonsProblem(
  two: readonly CheckIn[],
  registered: { kept: boolean; merged: boolean; label: string },
): Problem | null {
  const [one, other] = two.filter(inTeam)
  if (one && other) return bothInTeams({ one: one.number, other: other.number }, ['attendance', other.id])
  const { kept, merged, label } = registered
  return merged && !kept ? keepTheOther({ label, why: 'registered' }) : null
}

/**
 * Of one person's check-ins of a day, the one that is cancelled: the later, or the earlier where the later is with a
 * team already. Undefined where both have been out: what was done stays.
 */
export function superfluous<A extends CheckIn>(two: readonly A[]): A | undefined {
  const standing = two.filter(({ status }) => status !== 'cancelled')
  if (standing.length < 2) return undefined
  return standing.toSorted((one, other) => other.number - one.number).find(mayGo)
}

/** Why this merge cannot be taken back any more, or null; `at` of the problem is the center's clock. */
export function unmergeProblem(merge: Merge, now: string, zone: string, clock: (instant: string) => string) {
  if (merge.undoneAt !== null) return alreadyUndone({ by: merge.undoneBy, at: clock(merge.undoneAt) })
  const date = dateOf(merge.at, zone)
  return date === dateOf(now, zone) ? null : tooLateToUnmerge({ date })
}
