import { recordTable } from '#server/database/record-table.ts'

export const journalEntries = recordTable('journalEntry', {
  id: 'plain',
  dayId: 'plain',
  happenedAt: 'plain',
  fromWhom: 'plain',
  toWhom: 'plain',
  text: 'plain',
  certainty: 'plain',
  writtenBy: 'plain',
  writtenAt: 'plain',
})
