import { recordTable } from '#server/database/record-table.ts'

export const households = recordTable('household', {
  id: 'plain',
  name: 'plain',
  nameKana: 'plain',
  phone: 'plain',
  townId: 'plain',
  addressLine: 'plain',
  lat: 'plain',
  lng: 'plain',
  landmark: 'plain',
  considerations: 'plain',
  addressWithheld: 'boolean',
  mergedInto: 'plain',
})
