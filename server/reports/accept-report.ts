import type { z } from 'zod'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { refuseTaken } from '#server/database/record-table.ts'
import { workOrders } from '#server/dispatch/work-orders.ts'
import { needs, standingNeed } from '#server/needs/needs.ts'
import { incidents } from '#server/reports/incidents.ts'
import { saveOrderStatus } from '#server/reports/receive-team.ts'
import { keepChange } from '#server/reports/reported-needs.ts'
import { reportObservations, reportOfSheet, reports } from '#server/reports/reports.ts'
import { teams } from '#server/teams/teams.ts'
import { instantAt, timeZone } from '#shared/core/time.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import type { Need } from '#shared/needs/need.ts'
import { acceptReport } from '#shared/reports/commands.ts'
import { needAfterReport } from '#shared/reports/need-after-report.ts'
import type { Report } from '#shared/reports/report.ts'
import { acceptReportProblem, incidentsOf, safetyProblem, timesProblem } from '#shared/reports/rules.ts'
import type { Team } from '#shared/teams/team.ts'

type Accepting = z.infer<typeof acceptReport.input>

/** Changes the need with the report, in the same act (field guide 12b, invariant 1). */
export async function saveNeedAfter(
  work: UnitOfWork,
  report: Report,
  { watch, was }: { watch: boolean; was: Need },
): Promise<void> {
  const out = await teams.where(work.tx, { needId: was.id, status: 'out' })
  const othersAtWork = out.some(({ id }) => id !== report.teamId)
  const after = needAfterReport(was, report, { othersAtWork, watch, at: work.happenedAt, by: work.actorName })
  await needs.save(work, after)
  await keepChange(work, report.id, was, after)
  work.describe({ need: was.number, outcome: report.outcome, needStatus: after.status })
}

/**
 * What the leader's phone told of the household stays: the return desk does not hold such words (field guide, section 8),
 * so its empty field takes nothing away. Answers whether somebody should look after the household.
 */
export async function saveObservation(
  work: UnitOfWork,
  report: Report,
  observation: Accepting['observation'],
): Promise<boolean> {
  const told = await reportObservations.find(work.tx, report.id)
  const text = observation.text === '' ? (told?.text ?? '') : observation.text
  const watch = observation.watch || (told?.watch ?? false)
  if (told || text !== '' || watch)
    await reportObservations.save(work, { id: report.id, needId: report.needId, text, watch })
  return watch
}

async function refuseUnlessReady(
  work: UnitOfWork,
  input: Accepting,
  order: WorkOrder,
  team: Team,
  existing: Report | undefined,
) {
  const written = incidentsOf(team, await incidents.where(work.tx, { dayId: team.dayId }))
  const problem =
    acceptReportProblem(order, team, existing) ?? timesProblem(input) ?? safetyProblem(input.safety, written)
  if (problem) throw problem
  if (!existing) await refuseTaken(reports, work.tx, input.reportId)
}

/** The instants of the clocks on a sheet. */
export function timesOf(order: WorkOrder, { startedAt, endedAt }: Pick<Accepting, 'startedAt' | 'endedAt'>) {
  const instantOf = (clock: string | null) => (clock === null ? null : instantAt(order.date, clock, timeZone))
  return { startedAt: instantOf(startedAt), endedAt: instantOf(endedAt) }
}

export const acceptReportHandler = handle(acceptReport, async (work, input) => {
  const order = await workOrders.get(work.tx, input.workOrderId)
  const team = await teams.get(work.tx, order.teamId)
  const existing = await reportOfSheet(work.tx, order.id)
  await refuseUnlessReady(work, input, order, team, existing)
  const { workOrderId, safety, observation, reportId, source, ...heard } = input
  const report: Report = {
    ...heard,
    ...timesOf(order, input),
    id: existing?.id ?? reportId,
    dayId: order.dayId,
    workOrderId,
    teamId: team.id,
    needId: order.needId,
    sentBy: existing?.sentBy ?? null,
    status: 'accepted',
    source: existing?.source ?? source,
    sentAt: existing?.sentAt ?? work.now,
    // A sheet keeps its own times and who keyed it (field guide 12b, invariant 6).
    keyedBy: source === 'phone' ? null : work.actorName,
    acceptedBy: work.actorName,
    acceptedAt: work.now,
  }
  await reports.save(work, report)
  const watch = await saveObservation(work, report, observation)
  await saveOrderStatus(work, order.id, 'back')
  await saveNeedAfter(work, report, { watch, was: await standingNeed(work.tx, report.needId) })
  const { injury, nearMiss, unwell } = safety
  const asked = { injury: Number(injury), nearMiss: Number(nearMiss), unwell: Number(unwell) }
  work.describe({ team: team.number, order: order.number, ...asked })
})
