import { recordTable } from '#server/database/record-table.ts'

export const registeredGroups = recordTable('registeredGroup', {
  id: 'plain',
  number: 'plain',
  status: 'plain',
  channel: 'plain',
  name: 'plain',
  nameKana: 'plain',
  kind: 'plain',
  usualHeadcount: 'plain',
  skills: 'json',
  vehicles: 'json',
  areas: 'json',
  days: 'json',
  tools: 'json',
  insurance: 'json',
  consentVersion: 'plain',
  consentAt: 'plain',
  registeredAt: 'plain',
  renewedFor: 'plain',
  note: 'plain',
  changedBy: 'plain',
  changedAt: 'plain',
})

export const groupContacts = recordTable('groupContact', {
  id: 'plain',
  leaderName: 'plain',
  leaderKana: 'plain',
  phone: 'plain',
  email: 'plain',
  address: 'plain',
})
