import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { hideHomeFrom } from '#server/dispatch/home-of-team.ts'
import { getSheet, saveSheetAs, workOrderPlaces, workOrders } from '#server/dispatch/work-orders.ts'
import { reportOfSheet, reports } from '#server/reports/reports.ts'
import { saveTeam, teams } from '#server/teams/teams.ts'
import { attendances, getAttendance, saveAttendance } from '#server/volunteers/attendances.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import { receivePerson, receiveTeam, undoReceiveTeam } from '#shared/reports/commands.ts'
import { tooLateToUndo } from '#shared/reports/problems.ts'
import { receivePersonProblem, receiveTeamProblem } from '#shared/reports/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

/** Writes the sheet's state; with 'back' the full place leaves the phones that held it. */
export async function saveOrderStatus(work: UnitOfWork, orderId: string | null, status: WorkOrder['status']) {
  const order = orderId === null ? undefined : await workOrders.find(work.tx, orderId)
  if (!order || order.status === 'void' || order.status === status) return
  await saveSheetAs(work, await getSheet(work.tx, order.id), status)
}

const cameBack = (work: UnitOfWork, attendance: Attendance): Attendance => ({
  ...attendance,
  status: 'returned',
  returnedAt: work.happenedAt,
})

export const receiveTeamHandler = handle(receiveTeam, async (work, { teamId, missingIds }) => {
  const team = await teams.get(work.tx, teamId)
  const problem = receiveTeamProblem(team)
  if (problem) throw problem
  await saveTeam(work, { ...team, status: 'back', returnedAt: work.happenedAt })
  await saveOrderStatus(work, team.workOrderId, 'back')
  const out = await attendances.where(work.tx, { teamId, status: 'out' })
  const back = out.filter(({ id }) => !missingIds.includes(id))
  for (const attendance of back) await saveAttendance(work, cameBack(work, attendance))
  work.describe({ team: team.number, people: back.length, missing: out.length - back.length })
})

/** Who is back knows the full place no longer, although the team is still there. */
async function takePlaceFrom(work: UnitOfWork, { id, teamId }: Attendance): Promise<void> {
  const team = teamId === null ? undefined : await teams.find(work.tx, teamId)
  const place = team?.workOrderId ? await workOrderPlaces.find(work.tx, team.workOrderId) : undefined
  if (!place) return
  await workOrderPlaces.save(work, { ...place, memberIds: place.memberIds.filter((member) => member !== id) })
}

export const receivePersonHandler = handle(receivePerson, async (work, { attendanceId }) => {
  const attendance = await getAttendance(work.tx, attendanceId)
  const problem = receivePersonProblem(attendance)
  if (problem) throw problem
  await saveAttendance(work, cameBack(work, attendance))
  await takePlaceFrom(work, attendance)
  work.describe({ number: attendance.number })
})

/** Whether everything still is as the pressing left it; only then can it be taken back. */
async function isUntouched(work: UnitOfWork, team: Team, back: readonly Attendance[]): Promise<boolean> {
  const accepted = await reports.count(work.tx, { teamId: team.id, status: 'accepted' })
  return team.status === 'back' && accepted === 0 && back.every(({ status }) => status === 'returned')
}

/** A team that has reported needs the home no longer, also where it was not back after all. */
async function keepHomeHidden(work: UnitOfWork, { workOrderId }: Team): Promise<void> {
  const report = workOrderId === null ? undefined : await reportOfSheet(work.tx, workOrderId)
  if (report) await hideHomeFrom(work, { id: report.workOrderId, teamId: report.teamId })
}

export const undoReceiveTeamHandler = handle(undoReceiveTeam, async (work, { teamId }) => {
  const team = await teams.get(work.tx, teamId)
  // Whoever has gone on to other work since is no longer in the team, but was one of those received.
  const members = await attendances.where(work.tx, { id: team.members.map(({ attendanceId }) => attendanceId) })
  const back = members.filter(({ returnedAt }) => returnedAt !== null && returnedAt === team.returnedAt)
  if (!(await isUntouched(work, team, back))) throw tooLateToUndo({ team: team.number }, ['team', team.id])
  await saveTeam(work, { ...team, status: 'out', returnedAt: null })
  await saveOrderStatus(work, team.workOrderId, 'out')
  await keepHomeHidden(work, team)
  for (const attendance of back) await saveAttendance(work, { ...attendance, status: 'out', returnedAt: null })
  work.describe({ team: team.number })
})
