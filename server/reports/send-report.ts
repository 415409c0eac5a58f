import type { z } from 'zod'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { refuseTaken } from '#server/database/record-table.ts'
import { hideHomeFrom } from '#server/dispatch/home-of-team.ts'
import { workOrders } from '#server/dispatch/work-orders.ts'
import { reportObservations, reportOfSheet, reports } from '#server/reports/reports.ts'
import { teams } from '#server/teams/teams.ts'
import type { Problem } from '#shared/core/problem.ts'
import { instantAt, timeZone } from '#shared/core/time.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import { sendReport } from '#shared/reports/phone-commands.ts'
import { nothingToReport, reportAccepted, timesReversed } from '#shared/reports/phone-problems.ts'
import type { Report } from '#shared/reports/report.ts'

type Said = Pick<z.infer<typeof sendReport.input>, 'startedAt' | 'endedAt'>

function problemOf(order: WorkOrder, earlier: Report | undefined, { startedAt: from, endedAt: to }: Said) {
  const team = order.teamNumber
  if (order.status !== 'out' && order.status !== 'back') return nothingToReport({ team })
  if (earlier?.status === 'accepted') return reportAccepted({ team })
  return from !== null && to !== null && to < from ? timesReversed({ from, to }) : (null satisfies Problem | null)
}

const instantOf = (date: string, clock: string | null) => (clock === null ? null : instantAt(date, clock, timeZone))

async function freeId({ tx }: UnitOfWork, id: string): Promise<string> {
  await refuseTaken(reports, tx, id)
  return id
}

/** Keeps what the leader says; the need moves only when the return desk has heard it. */
const sendReportHandler = handle(
  sendReport,
  async (work, { reportId, observation, startedAt, endedAt, ...said }) => {
    const order = await workOrders.get(work.tx, said.workOrderId)
    const earlier = await reportOfSheet(work.tx, order.id)
    const problem = problemOf(order, earlier, { startedAt, endedAt })
    if (problem) throw problem
    const { dayId, teamId, needId, date } = order
    const id = earlier ? earlier.id : await freeId(work, reportId)
    const times = { startedAt: instantOf(date, startedAt), endedAt: instantOf(date, endedAt), sentAt: work.now }
    const sentBy = work.actor.kind === 'volunteer' ? work.actor.attendanceId : null
    const waiting = { status: 'sent', source: 'phone', keyedBy: null, acceptedBy: null, acceptedAt: null } as const
    await reports.save(work, { id, dayId, teamId, needId, ...said, ...times, sentBy, ...waiting })
    await hideHomeFrom(work, order)
    const before = await reportObservations.find(work.tx, id)
    // Phones do not hold what they noticed before, so an empty field takes nothing back.
    const text = observation || before?.text || ''
    await reportObservations.save(work, { id, needId, text, watch: before?.watch ?? false })
    work.describe({ team: order.teamNumber, need: order.needNumber, outcome: said.outcome })
  },
  {
    related: async ({ tx, actor }, { workOrderId }) => {
      const order = await workOrders.find(tx, workOrderId)
      const team = order && (await teams.find(tx, order.teamId))
      return actor.kind === 'volunteer' && team?.leaderId === actor.attendanceId
    },
  },
)

export const phoneReportHandlers = [sendReportHandler]
