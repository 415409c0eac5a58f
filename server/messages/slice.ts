import { findOpenDay } from '#server/center/centers.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import { messagesHandlers } from '#server/messages/handlers.ts'
import { noticeAcknowledgements, notices } from '#server/messages/notices.ts'
import type { Notice } from '#shared/messages/notice.ts'

/** What was said today; with the day's end it is history, and the chronology has it. */
async function todaysNotices(tx: Tx): Promise<Notice[]> {
  const day = await findOpenDay(tx)
  return day ? notices.where(tx, { dayId: day.id }) : []
}

export const messagesSlice: Slice = {
  name: 'messages',
  handlers: messagesHandlers,
  feeds: [
    feed({
      kind: 'notice',
      async changedSince(tx, seq) {
        const day = await findOpenDay(tx)
        return day ? notices.changedSince(tx, seq, { dayId: day.id }) : []
      },
    }),
    feed({
      kind: 'noticeAcknowledgement',
      async changedSince(tx, seq) {
        const noticeId = (await todaysNotices(tx)).map(({ id }) => id)
        return noticeAcknowledgements.changedSince(tx, seq, { noticeId })
      },
      ofPerson: (tx, attendanceId) => noticeAcknowledgements.where(tx, { attendanceId }),
    }),
  ],
}
