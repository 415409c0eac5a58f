import { getOpenDay } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { noticeAcknowledgements, notices } from '#server/messages/notices.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { acknowledge, liftNotice, sendNotice } from '#shared/messages/commands.ts'
import { alreadyLifted } from '#shared/messages/problems.ts'
import { noticeProblem } from '#shared/messages/rules.ts'

const sendNoticeHandler = handle(sendNotice, async (work, { noticeId, kind, reason, returnBy }) => {
  const day = await getOpenDay(work.tx)
  const said = { kind, reason, returnBy: kind === 'shorten' ? returnBy : null }
  const problem = noticeProblem(said, {
    clock: clockOf(work.now, timeZone),
    latest: day.returnBy,
    zone: timeZone,
    notices: await notices.where(work.tx, { dayId: day.id }),
  })
  if (problem) throw problem
  const sent = { at: work.now, byName: work.actorName, liftedAt: null }
  await notices.add(work, { id: noticeId, dayId: day.id, ...said, ...sent })
  work.describe({ ...said })
})

const liftNoticeHandler = handle(liftNotice, async (work, { noticeId }) => {
  const notice = await notices.get(work.tx, noticeId)
  if (notice.liftedAt !== null) throw alreadyLifted({}, ['notice', notice.id])
  await notices.save(work, { ...notice, liftedAt: work.now })
  work.describe({ kind: notice.kind, reason: notice.reason })
})

/** A second tap, or a tap beside a desk that was quicker, changes nothing. */
const acknowledgeHandler = handle(
  acknowledge,
  async (work, { acknowledgementId, noticeId, attendanceId }) => {
    const notice = await notices.get(work.tx, noticeId)
    work.describe({ kind: notice.kind })
    if ((await noticeAcknowledgements.count(work.tx, { noticeId, attendanceId })) > 0) return
    await noticeAcknowledgements.add(work, { id: acknowledgementId, noticeId, attendanceId, at: work.now })
  },
  {
    related: async ({ actor }, { attendanceId }) => actor.kind === 'volunteer' && actor.attendanceId === attendanceId,
  },
)

export const messagesHandlers = [sendNoticeHandler, liftNoticeHandler, acknowledgeHandler]
