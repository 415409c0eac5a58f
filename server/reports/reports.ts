import { recordTable, type Tx } from '#server/database/record-table.ts'
import type { Report } from '#shared/reports/report.ts'

export const reports = recordTable('report', {
  id: 'plain',
  dayId: 'plain',
  workOrderId: 'plain',
  teamId: 'plain',
  needId: 'plain',
  sentBy: 'plain',
  status: 'plain',
  source: 'plain',
  outcome: 'plain',
  workDone: 'plain',
  remainingWork: 'plain',
  nextHeadcount: 'plain',
  headcount: 'plain',
  startedAt: 'plain',
  endedAt: 'plain',
  sentAt: 'plain',
  keyedBy: 'plain',
  acceptedBy: 'plain',
  acceptedAt: 'plain',
})

export const reportObservations = recordTable('reportObservation', {
  id: 'plain',
  needId: 'plain',
  text: 'plain',
  watch: 'boolean',
})

/** One report counts for a sheet: the one that was heard, or else what the leader's phone sent. */
export async function reportOfSheet(tx: Tx, workOrderId: string): Promise<Report | undefined> {
  const found = await reports.where(tx, { workOrderId })
  return found.find(({ status }) => status === 'accepted') ?? found.at(-1)
}
