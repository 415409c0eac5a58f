import type { Problem } from '#shared/core/problem.ts'
import { clockOf } from '#shared/core/time.ts'
import type { Need, NeedStatus } from '#shared/needs/need.ts'
import { dispatchGateProblem, waitsForTeam } from '#shared/needs/rules.ts'
import {
  alreadyInTeam,
  finishedBefore,
  groupNotMixed,
  needHasEnough,
  needNotReady,
  needTaken,
  nobodyChosen,
  notWaiting,
  teamIsGone,
} from '#shared/teams/problems.ts'
import type { Team, TeamStatus } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

/** Teams that hold their people and their need: formed, and not yet back. */
export function isActive({ status }: { status: TeamStatus }): boolean {
  return status === 'forming' || status === 'ready' || status === 'out'
}

/** Teams that can still be changed: nobody has left yet. */
export function isAtCenter({ status }: { status: TeamStatus }): boolean {
  return status === 'forming' || status === 'ready'
}

/** Why these people cannot join a team, or null. Whoever was taken is named with the team, the taker and the time. */
export function joinProblem(people: readonly Attendance[], teams: readonly Team[], zone: string): Problem | null {
  if (people.length === 0) return nobodyChosen({})
  const unfit = people.filter(({ status, teamId }) => status !== 'waiting' || teamId !== null)
  const [first] = unfit
  if (!first) return null
  const team = teams.find(({ id, status }) => id === first.teamId && status !== 'disbanded')
  const member = team?.members.find(({ attendanceId }) => attendanceId === first.id)
  if (!team || !member) return notWaiting({ number: first.number, status: first.status }, ['attendance', first.id])
  const at = clockOf(member.joinedAt, zone)
  return alreadyInTeam({ number: first.number, team: team.number, by: member.joinedBy, at, others: unfit.length - 1 })
}

type Grouped = Pick<Attendance, 'number' | 'groupVisitId' | 'keepTogether'>

/** Why these people cannot stand in one team, or null: a group that has not agreed works among itself (field guide 2.2). */
export function mixProblem(people: readonly Grouped[]): Problem | null {
  const keeping = people.find(({ keepTogether }) => keepTogether)
  if (!keeping) return null
  const others = people.some(({ groupVisitId }) => groupVisitId !== keeping.groupVisitId)
  const size = people.filter(({ groupVisitId }) => groupVisitId === keeping.groupVisitId).length
  return others ? groupNotMixed({ number: keeping.number, size }) : null
}

/** How many people each of several teams gets when a group is parted evenly: 23 in 3 are 8, 8 and 7. */
export function evenly(people: number, teams: number): number[] {
  const least = Math.floor(people / teams)
  return Array.from({ length: teams }, (_, index) => least + (index < people % teams ? 1 : 0))
}

/** Why no team may be sent to this need now, or null. */
export function sendProblem(need: Pick<Need, 'id' | 'number' | 'status' | 'gate'>): Problem | null {
  return waitsForTeam(need.status)
    ? dispatchGateProblem(need)
    : needNotReady({ need: need.number, status: need.status }, ['need', need.id])
}

const givenAt = ({ needGivenAt, formedAt }: Team) => needGivenAt ?? formedAt

const lastGivenFirst = (one: Team, other: Team) =>
  givenAt(other).localeCompare(givenAt(one)) || other.number - one.number

/** Which team has the need, who gave it, and when: for the desk that comes second. */
function givenTo(team: Team, zone: string): { team: number; by: string; at: string } {
  return { team: team.number, by: team.needGivenBy ?? team.formedBy, at: clockOf(givenAt(team), zone) }
}

/**
 * Why this need cannot be given to one more team, or null. A team that the sender did not see has been quicker; a need
 * that has enough takes more people in its team, not another team.
 */
export function assignProblem(
  need: Need,
  teamsThere: readonly Team[],
  seenTeamIds: readonly string[],
  zone: string,
): Problem | null {
  if (!waitsForTeam(need.status)) return needNotReady({ need: need.number, status: need.status }, ['need', need.id])
  const quicker = teamsThere.find((team) => isActive(team) && !seenTeamIds.includes(team.id))
  if (quicker) return needTaken({ need: need.number, ...givenTo(quicker, zone) })
  const last = teamsThere.filter(isActive).sort(lastGivenFirst)[0]
  if (last && need.headcount > 0 && need.assignedCount >= need.headcount)
    return needHasEnough({ need: need.number, headcount: need.headcount, ...givenTo(last, zone) })
  return dispatchGateProblem(need)
}

/**
 * Under which numbers the work at this need's house was reported as done: its own, where it was taken up again, and other
 * needs of the household that asked for the same kind of work.
 */
export function finishedAtHouse(need: Need, ofHousehold: readonly Need[]): number[] {
  const same = (other: Need) => other.categories.some((category) => need.categories.includes(category))
  return ofHousehold
    .filter((other) => (other.id === need.id ? other.finishedAt !== null : other.status === 'completed' && same(other)))
    .map(({ number }) => number)
}

/** Why nobody may be sent to a house that is finished, or null: a reason has to be stated. */
export function againProblem(
  need: Pick<Need, 'number'>,
  finished: readonly number[],
  againBecause: string,
): Problem | null {
  return finished.length > 0 && againBecause.trim() === '' ? finishedBefore({ need: need.number, finished }) : null
}

/** Why this team can no longer be changed, or null; the server also says who was quicker. */
export function changeProblem(team: Team): Problem | null {
  return isAtCenter(team) ? null : teamIsGone({ team: team.number, status: team.status }, ['team', team.id])
}

/** What a need's state becomes when one of its teams moves; reports, not teams, say what is done. */
export function needStatusAfter(
  need: Pick<Need, 'status' | 'visits'>,
  moved: { before: TeamStatus | null; after: TeamStatus },
  teamsThere: readonly Pick<Team, 'status'>[],
): NeedStatus {
  if (!waitsForTeam(need.status)) return need.status
  if (teamsThere.some(({ status }) => status === 'out')) return 'inProgress'
  const tookBack = moved.before === 'out' && moved.after === 'ready'
  if (need.status === 'inProgress' && !tookBack) return need.status
  if (teamsThere.some(isActive)) return 'assigned'
  return need.visits > 0 ? 'toBeContinued' : 'ready'
}
