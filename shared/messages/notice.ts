import { z } from 'zod'
import { id, instant, timeOfDay } from '#shared/core/fields.ts'

export const noticeKinds = ['stop', 'shorten', 'message'] as const

/** A word from the lead to everyone: 活動中止, 短縮, or a plain message. */
export const notice = z.object({
  id,
  dayId: id,
  kind: z.enum(noticeKinds),
  reason: z.string().max(200),
  /** The new latest return time, where activity is cut short. */
  returnBy: timeOfDay.nullable(),
  at: instant,
  byName: z.string(),
  liftedAt: instant.nullable(),
})
export type Notice = z.infer<typeof notice>

/** That one volunteer has seen a notice: data, not a socket's acknowledgement. */
export const noticeAcknowledgement = z.object({ id, noticeId: id, attendanceId: id, at: instant })
