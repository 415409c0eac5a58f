import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { id, line, timeOfDay } from '#shared/core/fields.ts'
import { noticeKinds } from '#shared/messages/notice.ts'

/** 活動中止・短縮, or a plain word to everyone: on every phone and every desk at once. */
export const sendNotice = defineCommand('messages.sendNotice', {
  may: ['center.lead'],
  input: z.object({
    noticeId: id,
    kind: z.enum(noticeKinds),
    reason: line(200),
    /** The new latest return time; for 'shorten' alone. */
    returnBy: timeOfDay.nullable(),
  }),
})

/** Takes a notice back: activity goes on, or the message no longer holds. */
export const liftNotice = defineCommand('messages.liftNotice', {
  may: ['center.lead'],
  input: z.object({ noticeId: id }),
})

/**
 * わかりました. The volunteer's own phone says it; a desk that reached someone by voice or by telephone says it for them.
 */
export const acknowledge = defineCommand('messages.acknowledge', {
  may: ['self', 'center.lead', 'dispatch.manage', 'return.manage', 'reception.manage'],
  input: z.object({ acknowledgementId: id, noticeId: id, attendanceId: id }),
})
