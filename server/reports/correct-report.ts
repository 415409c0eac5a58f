import { days } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { refuseIfWritten } from '#server/core/refuse-if-written.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { workOrders } from '#server/dispatch/work-orders.ts'
import { needs, standingNeed } from '#server/needs/needs.ts'
import { saveNeedAfter, saveObservation, timesOf } from '#server/reports/accept-report.ts'
import { heardOf, keepReported } from '#server/reports/reported-needs.ts'
import { reports } from '#server/reports/reports.ts'
import { teams } from '#server/teams/teams.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import { correctReport } from '#shared/reports/commands.ts'
import {
  type Heard,
  isLastHeard,
  movedOnProblem,
  needBeforeReport,
  needWithoutReport,
} from '#shared/reports/need-after-report.ts'
import { changedMeanwhile, dayIsClosed, notYetAccepted } from '#shared/reports/problems.ts'
import type { Report } from '#shared/reports/report.ts'
import { acceptReportProblem, timesProblem } from '#shared/reports/rules.ts'
import type { Team } from '#shared/teams/team.ts'

/** A report with its need, and with the others that were heard of the same need. */
async function hearingOf(work: UnitOfWork, report: Report) {
  const need = await standingNeed(work.tx, report.needId)
  const heard = await reports.where(work.tx, { needId: need.id, status: 'accepted' })
  const others: Heard[] = []
  for (const one of heard) if (one.id !== report.id) others.push(await heardOf(work.tx, one))
  return { need, mine: await heardOf(work.tx, report), others }
}

type Hearing = Awaited<ReturnType<typeof hearingOf>>

/** The need that a report was wrongly heard for is as its own reports and teams leave it, and has what it had. */
async function putRight(work: UnitOfWork, { need, mine, others }: Hearing): Promise<void> {
  const problem = movedOnProblem(need, mine, others)
  if (problem) throw problem
  const sheets = await workOrders.where(work.tx, { needId: need.id, status: ['out', 'back'] })
  const stillToCome = sheets.some(({ id }) => !others.some(({ report }) => report.workOrderId === id))
  const when = { stillToCome, at: work.now, by: work.actorName }
  const after = needWithoutReport(need, { mine, others }, when)
  await needs.save(work, after.need)
  for (const { id, reported } of after.others) await keepReported(work, id, reported)
  work.describe({ other: need.number, otherStatus: after.need.status })
}

/**
 * A report that is corrected where it stands changes its need anew. A need that another report or a desk has moved on
 * since is left alone: only its own words change.
 */
async function changeAnew(work: UnitOfWork, report: Report, { need, mine, others }: Hearing, watch: boolean) {
  const problem = movedOnProblem(need, mine, others)
  if (problem && report.outcome !== mine.report.outcome) throw problem
  if (problem || !isLastHeard(mine, others)) {
    work.describe({ need: need.number, outcome: report.outcome, needStatus: need.status })
    return
  }
  await saveNeedAfter(work, report, { watch, was: needBeforeReport(need, mine, others) })
}

/** Refuses what cannot be corrected any more, or would take another sheet's report. */
async function refuseUnlessOpen(work: UnitOfWork, before: Report, order: WorkOrder, team: Team): Promise<void> {
  if (before.status !== 'accepted') throw notYetAccepted({ order: order.number })
  const day = await days.get(work.tx, before.dayId)
  if (day.status === 'closed') throw dayIsClosed({ date: day.date }, ['day', day.id])
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
  const { reportId: id, observation, reason, basedOnSeq, ...heard } = input
  const seq = await reports.changedSeqOf(work.tx, id)
  await refuseIfWritten(work, { seq, basedOnSeq }, (writer) => changedMeanwhile({ team: team.number, ...writer }))
  const where = { teamId: team.id, needId: order.needId }
  const report: Report = { ...before, ...heard, ...timesOf(order, input), id, ...where, acceptedBy: work.actorName }
  const hearing = await hearingOf(work, before)
  const right = await standingNeed(work.tx, report.needId)
  await reports.save(work, report)
  const watch = await saveObservation(work, report, observation)
  if (right.id === hearing.need.id) await changeAnew(work, report, hearing, watch)
  else {
    await putRight(work, hearing)
    await saveNeedAfter(work, report, { watch, was: right })
  }
  const moved = Number(order.id !== before.workOrderId)
  work.describe({ order: order.number, team: team.number, reason, moved })
})
