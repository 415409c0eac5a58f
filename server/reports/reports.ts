import { recordTable } from '#server/database/record-table.ts'

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
