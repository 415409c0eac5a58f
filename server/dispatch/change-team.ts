import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { getSheet, saveSheetAs } from '#server/dispatch/work-orders.ts'
import { getNeed } from '#server/needs/needs.ts'
import { giveNeed, letGo, makeLeader, takeIn } from '#server/teams/members.ts'
import { getTeamAtCenter, saveTeam } from '#server/teams/teams.ts'
import { addMembers, assignNeed, chooseLeader, disbandTeam, removeMember } from '#shared/dispatch/commands.ts'
import type { Team } from '#shared/teams/team.ts'

/** A printed sheet that no longer says what is so is void at once; the team then needs a new one. */
export async function withdrawSheet(work: UnitOfWork, team: Team): Promise<Team> {
  if (team.workOrderId === null) return team
  const sheet = await getSheet(work.tx, team.workOrderId)
  await saveSheetAs(work, sheet, 'void')
  work.describe({ voided: `${sheet.workOrder.number}-${sheet.workOrder.version}` })
  return { ...team, workOrderId: null, status: 'forming' }
}

/** A reason that is stated now takes the place of an earlier one. */
export function goingAgain(work: UnitOfWork, team: Team, againBecause: string): Team {
  if (againBecause === '') return team
  work.describe({ again: againBecause })
  return { ...team, againBecause }
}

async function getTeamToChange(work: UnitOfWork, teamId: string): Promise<Team> {
  const team = await getTeamAtCenter(work, teamId)
  work.describe({ team: team.number })
  return team
}

const addMembersHandler = handle(addMembers, async (work, { teamId, attendanceIds }) => {
  const team = await takeIn(work, await getTeamToChange(work, teamId), attendanceIds)
  await saveTeam(work, await withdrawSheet(work, team))
  work.describe({ size: team.members.length })
})

const removeMemberHandler = handle(removeMember, async (work, { teamId, attendanceId }) => {
  const team = await letGo(work, await getTeamToChange(work, teamId), attendanceId)
  await saveTeam(work, await withdrawSheet(work, team))
  work.describe({ size: team.members.length })
})

const chooseLeaderHandler = handle(chooseLeader, async (work, { teamId, attendanceId }) => {
  const team = await getTeamToChange(work, teamId)
  if (team.leaderId === attendanceId) return
  await saveTeam(work, await withdrawSheet(work, await makeLeader(work, team, attendanceId)))
})

const assignNeedHandler = handle(assignNeed, async (work, { teamId, needId, ...seen }) => {
  const team = await getTeamToChange(work, teamId)
  if (team.needId === needId) return
  await saveTeam(work, await withdrawSheet(work, await giveNeed(work, team, needId, seen)))
  const need = needId === null ? null : await getNeed(work.tx, needId)
  work.describe({ need: need?.number ?? null })
})

const disbandTeamHandler = handle(disbandTeam, async (work, { teamId }) => {
  const team = await getTeamToChange(work, teamId)
  await withdrawSheet(work, team)
  for (const { attendanceId } of team.members) await letGo(work, team, attendanceId)
  await saveTeam(work, { ...team, status: 'disbanded', workOrderId: null })
})

export const changeTeamHandlers = [
  addMembersHandler,
  removeMemberHandler,
  chooseLeaderHandler,
  assignNeedHandler,
  disbandTeamHandler,
]
