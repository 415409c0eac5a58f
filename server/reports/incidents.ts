import { recordTable } from '#server/database/record-table.ts'

export const incidents = recordTable('incident', {
  id: 'plain',
  dayId: 'plain',
  teamId: 'plain',
  attendanceId: 'plain',
  kind: 'plain',
  text: 'plain',
  at: 'plain',
  recordedBy: 'plain',
})
