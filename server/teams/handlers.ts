import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { groupVisits, peopleOfGroup } from '#server/groups/visits.ts'
import { needs } from '#server/needs/needs.ts'
import { giveNeed, makeLeader, takeIn } from '#server/teams/members.ts'
import { emptyTeam, getTeamAtCenter, saveTeam } from '#server/teams/teams.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import type { About } from '#shared/core/problem.ts'
import type { GroupVisit } from '#shared/groups/group-visit.ts'
import { briefTeam, formTeam, formTeamsOfGroup } from '#shared/teams/commands.ts'
import { tooFewWaiting } from '#shared/teams/problems.ts'

const formTeamHandler = handle(formTeam, async (work, input) => {
  let team = await takeIn(work, await emptyTeam(work, input.teamId), input.attendanceIds)
  team = await giveNeed(work, team, input.needId, input)
  // Someone who goes alone leads themselves.
  const leaderId = input.leaderId ?? (team.members.length === 1 ? (team.members[0]?.attendanceId ?? null) : null)
  if (leaderId !== null) team = await makeLeader(work, team, leaderId)
  await saveTeam(work, team)
  const need = team.needId === null ? null : await needs.get(work.tx, team.needId)
  work.describe({ team: team.number, size: team.members.length, need: need?.number ?? null })
  return { number: team.number }
})

/** Whoever waits of a group, its leader first, so that the first team is led by them. */
async function waitingOfGroup(work: UnitOfWork, visit: GroupVisit): Promise<string[]> {
  const people = await peopleOfGroup(work.tx, visit.id)
  const waiting = people.filter(({ status, teamId }) => status === 'waiting' && teamId === null).map(({ id }) => id)
  const isLeader = (id: string) => id === visit.leaderAttendanceId
  return [...waiting.filter(isLeader), ...waiting.filter((id) => !isLeader(id))]
}

/** Who of a group was moved last: whoever counts on more than wait any more is told by whom. */
async function lastTaken(work: UnitOfWork, visit: GroupVisit): Promise<About> {
  const last = { id: visit.leaderAttendanceId, seq: 0 }
  for (const { id } of await peopleOfGroup(work.tx, visit.id)) {
    const seq = await attendances.changedSeqOf(work.tx, id)
    if (seq > last.seq) Object.assign(last, { id, seq })
  }
  return ['attendance', last.id]
}

const formTeamsOfGroupHandler = handle(formTeamsOfGroup, async (work, { groupVisitId, teams: wished }) => {
  const visit = await groupVisits.get(work.tx, groupVisitId)
  const waiting = await waitingOfGroup(work, visit)
  const wanted = wished.reduce((sum, { size }) => sum + size, 0)
  if (wanted > waiting.length) throw tooFewWaiting({ waiting: waiting.length, wanted }, await lastTaken(work, visit))
  const numbers: number[] = []
  for (const { teamId, size } of wished) {
    let team = await takeIn(work, await emptyTeam(work, teamId), waiting.splice(0, size))
    const [first] = team.members
    const isLed = team.members.some(({ attendanceId }) => attendanceId === visit.leaderAttendanceId)
    // The first of every other team until somebody is named at the wall: a team without a leader cannot go out.
    const leaderId = isLed ? visit.leaderAttendanceId : first?.attendanceId
    if (leaderId !== undefined) team = await makeLeader(work, team, leaderId)
    await saveTeam(work, team)
    numbers.push(team.number)
  }
  work.describe({ group: visit.number, teams: numbers.join('・'), size: wanted })
  return { numbers }
})

const briefTeamHandler = handle(briefTeam, async (work, { teamId, briefed }) => {
  const team = await getTeamAtCenter(work, teamId)
  await saveTeam(work, { ...team, briefedAt: briefed ? (team.briefedAt ?? work.happenedAt) : null })
  work.describe({ team: team.number, briefed: briefed ? 1 : 0 })
})

export const teamHandlers = [formTeamHandler, formTeamsOfGroupHandler, briefTeamHandler]
