import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { goingAgain } from '#server/dispatch/change-team.ts'
import { settingOf, viewOf } from '#server/dispatch/setting.ts'
import { getSheet, saveSheetAs } from '#server/dispatch/work-orders.ts'
import { needs } from '#server/needs/needs.ts'
import { getPeople } from '#server/teams/members.ts'
import { getTeam, saveTeam } from '#server/teams/teams.ts'
import { saveAttendance } from '#server/volunteers/attendances.ts'
import { dispatchTeam, recallFromDispatch } from '#shared/dispatch/commands.ts'
import { dispatchProblem, recallProblem } from '#shared/dispatch/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

const membersOf = (work: UnitOfWork, team: Team) =>
  getPeople(
    work,
    team.members.map(({ attendanceId }) => attendanceId),
  )

async function saveMembers(work: UnitOfWork, team: Team, part: Pick<Attendance, 'status' | 'sentOutAt'>) {
  for (const person of await membersOf(work, team)) await saveAttendance(work, { ...person, ...part })
}

/** Counts the times that somebody went; a need that was visited goes back to 継続, not to 派遣可. */
export async function countVisit(work: UnitOfWork, needId: string, change: 1 | -1) {
  const need = await needs.get(work.tx, needId)
  await needs.save(work, { ...need, visits: Math.max(0, need.visits + change) })
}

const dispatchTeamHandler = handle(dispatchTeam, async (work, { workOrderId, checked, againBecause }) => {
  const found = await getSheet(work.tx, workOrderId)
  const team = goingAgain(work, await getTeam(work.tx, found.workOrder.teamId), againBecause)
  const sheet = { ...found, workOrder: { ...found.workOrder, againBecause: team.againBecause } }
  const view = { ...(await viewOf(work, team)), workOrder: sheet.workOrder }
  const problem = dispatchProblem(view, await settingOf(work, team))
  if (problem) throw problem
  await saveSheetAs(work, sheet, 'out')
  await countVisit(work, sheet.workOrder.needId, 1)
  await saveMembers(work, team, { status: 'out', sentOutAt: work.happenedAt })
  await saveTeam(work, { ...team, status: 'out', departedAt: work.happenedAt, departedBy: work.actorName })
  const { needNumber: need, number: sheetNumber } = sheet.workOrder
  work.describe({ team: team.number, need, sheet: sheetNumber, size: team.members.length, checked: checked.length })
})

const recallHandler = handle(recallFromDispatch, async (work, { workOrderId }) => {
  const sheet = await getSheet(work.tx, workOrderId)
  const team = await getTeam(work.tx, sheet.workOrder.teamId)
  const problem = recallProblem(team, await membersOf(work, team))
  if (problem) throw problem
  await saveSheetAs(work, sheet, 'printed')
  await countVisit(work, sheet.workOrder.needId, -1)
  await saveMembers(work, team, { status: 'inTeam', sentOutAt: null })
  await saveTeam(work, { ...team, status: 'ready', departedAt: null, departedBy: null })
  work.describe({ team: team.number, need: sheet.workOrder.needNumber })
})

export const departHandlers = [dispatchTeamHandler, recallHandler]
