import { days } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { workOrders } from '#server/dispatch/work-orders.ts'
import { needs, standingNeed } from '#server/needs/needs.ts'
import { saveNeedAfter, saveObservation, timesOf } from '#server/reports/accept-report.ts'
import { reports } from '#server/reports/reports.ts'
import { teams } from '#server/teams/teams.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import { correctReport } from '#shared/reports/commands.ts'
import { needWithoutReport } from '#shared/reports/need-after-report.ts'
import { dayIsClosed, notYetAccepted } from '#shared/reports/problems.ts'
import type { Report } from '#shared/reports/report.ts'
import { acceptReportProblem, timesProblem } from '#shared/reports/rules.ts'
import type { Team } from '#shared/teams/team.ts'

/** The need that a report was wrongly heard for is as its own reports and teams leave it. */
async function putRight(work: UnitOfWork, report: Report): Promise<void> {
  const need = await standingNeed(work.tx, report.needId)
  const heard = await reports.where(work.tx, { needId: need.id, status: 'accepted' })
  const others = heard.filter(({ id }) => id !== report.id)
  const sheets = await workOrders.where(work.tx, { needId: need.id, status: ['out', 'back'] })
  const stillToCome = sheets.some(({ id }) => !others.some(({ workOrderId }) => workOrderId === id))
  const after = needWithoutReport(need, others, { stillToCome, at: work.now, by: work.actorName })
  await needs.save(work, after)
  work.describe({ other: need.number, otherStatus: after.status })
}

/** Refuses what cannot be corrected any more, or would take another sheet's report. */
async function refuseUnlessOpen(work: UnitOfWork, before: Report, order: WorkOrder, team: Team): Promise<void> {
  if (before.status !== 'accepted') throw notYetAccepted({ order: order.number })
  const day = await days.get(work.tx, before.dayId)
  if (day.status === 'closed') throw dayIsClosed({ date: day.date })
  if (order.id === before.workOrderId) return
  const [standing] = await reports.where(work.tx, { workOrderId: order.id, status: 'accepted' })
  const problem = acceptReportProblem(order, team, standing)
  if (problem) throw problem
}

export const correctReportHandler = handle(correctReport, async (work, input) => {
  const before = await reports.get(work.tx, input.reportId)
  const order = await workOrders.get(work.tx, input.workOrderId)
  const team = await teams.get(work.tx, order.teamId)
  await refuseUnlessOpen(work, before, order, team)
  const problem = timesProblem(input)
  if (problem) throw problem
  const { reportId: id, observation, reason, ...heard } = input
  const where = { teamId: team.id, needId: order.needId }
  const report: Report = { ...before, ...heard, ...timesOf(order, input), id, ...where, acceptedBy: work.actorName }
  await reports.save(work, report)
  await saveObservation(work, report, observation)
  if (before.needId !== report.needId) await putRight(work, before)
  await saveNeedAfter(work, report, observation.watch)
  const moved = Number(order.id !== before.workOrderId)
  work.describe({ order: order.number, team: team.number, reason, moved })
})
