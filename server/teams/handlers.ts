import { getOpenDay } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { nextNumber } from '#server/database/counters.ts'
import { refuseTaken } from '#server/database/record-table.ts'
import { needs } from '#server/needs/needs.ts'
import { giveNeed, makeLeader, takeIn } from '#server/teams/members.ts'
import { getTeam, saveTeam, teams } from '#server/teams/teams.ts'
import { briefTeam, formTeam } from '#shared/teams/commands.ts'
import { changeProblem } from '#shared/teams/rules.ts'
import type { Team } from '#shared/teams/team.ts'

const formTeamHandler = handle(formTeam, async (work, input) => {
  await refuseTaken(teams, work.tx, input.teamId)
  const day = await getOpenDay(work.tx)
  const empty: Team = {
    id: input.teamId,
    dayId: day.id,
    number: await nextNumber(work.tx, `team ${day.id}`),
    status: 'forming',
    members: [],
    leaderId: null,
    needId: null,
    needGivenBy: null,
    needGivenAt: null,
    againBecause: '',
    workOrderId: null,
    briefedAt: null,
    departedAt: null,
    departedBy: null,
    returnedAt: null,
    signal: null,
    signalAt: null,
    helpAskedAt: null,
    helpNote: '',
    helpAnsweredBy: null,
    moreMinutes: 0,
    formedBy: work.actorName,
    formedAt: work.now,
  }
  let team = await takeIn(work, empty, input.attendanceIds)
  team = await giveNeed(work, team, input.needId, input)
  // Someone who goes alone leads themselves.
  const leaderId = input.leaderId ?? (team.members.length === 1 ? (team.members[0]?.attendanceId ?? null) : null)
  if (leaderId !== null) team = await makeLeader(work, team, leaderId)
  await saveTeam(work, team)
  const need = team.needId === null ? null : await needs.get(work.tx, team.needId)
  work.describe({ team: team.number, size: team.members.length, need: need?.number ?? null })
  return { number: team.number }
})

const briefTeamHandler = handle(briefTeam, async (work, { teamId, briefed }) => {
  const team = await getTeam(work.tx, teamId)
  const problem = changeProblem(team)
  if (problem) throw problem
  await saveTeam(work, { ...team, briefedAt: briefed ? (team.briefedAt ?? work.happenedAt) : null })
  work.describe({ team: team.number, briefed: briefed ? 1 : 0 })
})

export const teamHandlers = [formTeamHandler, briefTeamHandler]
