import { recordTable } from '#server/database/record-table.ts'

export const notices = recordTable('notice', {
  id: 'plain',
  dayId: 'plain',
  kind: 'plain',
  reason: 'plain',
  returnBy: 'plain',
  at: 'plain',
  byName: 'plain',
  liftedAt: 'plain',
})

export const noticeAcknowledgements = recordTable('noticeAcknowledgement', {
  id: 'plain',
  noticeId: 'plain',
  attendanceId: 'plain',
  at: 'plain',
})
