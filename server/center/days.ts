import { recordTable } from '#server/database/record-table.ts'

export const days = recordTable('day', {
  id: 'plain',
  activationId: 'plain',
  number: 'plain',
  date: 'plain',
  receptionOpensAt: 'plain',
  receptionClosesAt: 'plain',
  capacity: 'plain',
  returnBy: 'plain',
  status: 'plain',
  publicReception: 'boolean',
  openedAt: 'plain',
  closedAt: 'plain',
})
