import { recordTable } from '#server/database/record-table.ts'

export const callOuts = recordTable('callOut', {
  id: 'plain',
  dayId: 'plain',
  needId: 'plain',
  personId: 'plain',
  answer: 'plain',
  note: 'plain',
  at: 'plain',
  calledBy: 'plain',
})
