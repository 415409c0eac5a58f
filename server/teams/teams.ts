import { recordTable } from '#server/database/record-table.ts'

export const teams = recordTable('team', {
  id: 'plain',
  dayId: 'plain',
  number: 'plain',
  status: 'plain',
  members: 'json',
  leaderId: 'plain',
  needId: 'plain',
  workOrderId: 'plain',
  briefedAt: 'plain',
  departedAt: 'plain',
  returnedAt: 'plain',
  signal: 'plain',
  signalAt: 'plain',
  helpAskedAt: 'plain',
  helpNote: 'plain',
  helpAnsweredBy: 'plain',
  moreMinutes: 'plain',
  formedBy: 'plain',
})
