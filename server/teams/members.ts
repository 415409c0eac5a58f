import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { Tx } from '#server/database/record-table.ts'
import { needs } from '#server/needs/needs.ts'
import { teamsOfNeed, teamsOfPeople } from '#server/teams/teams.ts'
import { attendances, saveAttendance } from '#server/volunteers/attendances.ts'
import { timeZone } from '#shared/core/time.ts'
import type { Need } from '#shared/needs/need.ts'
import { notMember } from '#shared/teams/problems.ts'
import { againProblem, assignProblem, finishedAtHouse, joinProblem, mixProblem } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

/** The people of these ids as they stand, in the order asked for. */
export async function getPeople(work: UnitOfWork, ids: readonly string[]): Promise<Attendance[]> {
  const people: Attendance[] = []
  for (const id of new Set(ids)) people.push(await attendances.get(work.tx, id))
  return people
}

/** Takes waiting people into a team; refuses as a whole if one of them was taken before. */
export async function takeIn(work: UnitOfWork, team: Team, ids: readonly string[]): Promise<Team> {
  const people = await getPeople(work, ids)
  const there = await getPeople(
    work,
    team.members.map(({ attendanceId }) => attendanceId),
  )
  const problem =
    joinProblem(people, await teamsOfPeople(work.tx, people), timeZone) ?? mixProblem([...there, ...people])
  if (problem) throw problem
  const joined = people.map(({ id, number, name }) => {
    return { attendanceId: id, number, name, joinedAt: work.now, joinedBy: work.actorName }
  })
  for (const person of people) await saveAttendance(work, { ...person, status: 'inTeam', teamId: team.id })
  return { ...team, members: [...team.members, ...joined] }
}

/** Lets one member wait again; a leader who goes leaves the team without one. */
export async function letGo(work: UnitOfWork, team: Team, attendanceId: string): Promise<Team> {
  if (!team.members.some((member) => member.attendanceId === attendanceId))
    throw notMember({ team: team.number }, ['team', team.id])
  const person = await attendances.get(work.tx, attendanceId)
  await saveAttendance(work, { ...person, status: 'waiting', teamId: null, isLeader: false })
  const members = team.members.filter((member) => member.attendanceId !== attendanceId)
  return { ...team, members, leaderId: team.leaderId === attendanceId ? null : team.leaderId }
}

/** Makes one member the leader, and nobody else. */
export async function makeLeader(work: UnitOfWork, team: Team, attendanceId: string): Promise<Team> {
  if (!team.members.some((member) => member.attendanceId === attendanceId))
    throw notMember({ team: team.number }, ['team', team.id])
  for (const person of await getPeople(
    work,
    team.members.map((member) => member.attendanceId),
  )) {
    const isLeader = person.id === attendanceId
    if (person.isLeader !== isLeader) await saveAttendance(work, { ...person, isLeader })
  }
  return { ...team, leaderId: attendanceId }
}

/** Under which numbers the work at a need's house was reported as done. */
export const finishedOf = async (tx: Tx, need: Need) =>
  finishedAtHouse(need, await needs.where(tx, { householdId: need.householdId }))

/** Gives a team a need, unless another desk was quicker or the need cannot be given. */
export async function giveNeed(
  work: UnitOfWork,
  team: Team,
  needId: string | null,
  { seenTeamIds, againBecause }: { seenTeamIds: readonly string[]; againBecause: string },
): Promise<Team> {
  if (needId === null) return { ...team, needId: null, needGivenBy: null, needGivenAt: null, againBecause: '' }
  const others = (await teamsOfNeed(work.tx, needId)).filter(({ id }) => id !== team.id)
  const need = await needs.get(work.tx, needId)
  const problem =
    assignProblem(need, others, seenTeamIds, timeZone) ??
    againProblem(need, await finishedOf(work.tx, need), againBecause)
  if (problem) throw problem
  if (againBecause !== '') work.describe({ again: againBecause })
  return { ...team, needId, needGivenBy: work.actorName, needGivenAt: work.now, againBecause }
}
