import { recordTable } from '#server/database/record-table.ts'

export const workOrders = recordTable('workOrder', {
  id: 'plain',
  dayId: 'plain',
  date: 'plain',
  number: 'plain',
  version: 'plain',
  shortCode: 'plain',
  status: 'plain',
  needId: 'plain',
  needNumber: 'plain',
  teamId: 'plain',
  teamNumber: 'plain',
  categories: 'json',
  work: 'plain',
  tools: 'json',
  cautions: 'plain',
  townId: 'plain',
  leaderId: 'plain',
  members: 'json',
  returnBy: 'plain',
  issuedAt: 'plain',
  issuedBy: 'plain',
  reasonForTeam: 'plain',
})

export const workOrderPlaces = recordTable('workOrderPlace', {
  id: 'plain',
  dayId: 'plain',
  status: 'plain',
  memberIds: 'json',
  surname: 'plain',
  townId: 'plain',
  addressLine: 'plain',
  landmark: 'plain',
  lat: 'plain',
  lng: 'plain',
})
