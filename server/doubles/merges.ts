import { recordTable } from '#server/database/record-table.ts'

export const merges = recordTable('merge', {
  id: 'plain',
  dayId: 'plain',
  kind: 'plain',
  keptId: 'plain',
  mergedId: 'plain',
  keptLabel: 'plain',
  mergedLabel: 'plain',
  standingAttendanceId: 'plain',
  cancelledAttendanceId: 'plain',
  byName: 'plain',
  at: 'plain',
  undoneAt: 'plain',
  undoneBy: 'plain',
})

export const notDoubles = recordTable('notDouble', {
  id: 'plain',
  kind: 'plain',
  oneId: 'plain',
  otherId: 'plain',
  byName: 'plain',
  at: 'plain',
  undoneAt: 'plain',
})
