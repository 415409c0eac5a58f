import { z } from 'zod'
import { id, instant, text } from '#shared/core/fields.ts'

/** What somebody of the roster said when they were asked for a need (呼びかけ). */
export const callOutAnswers = ['comes', 'cannot', 'noAnswer'] as const

/** One call to a person of the roster, on one day, for one need. */
export const callOut = z.object({
  id,
  dayId: id,
  needId: id,
  personId: id,
  answer: z.enum(callOutAnswers),
  note: text(200),
  at: instant,
  calledBy: z.string().max(30),
})
export type CallOut = z.infer<typeof callOut>
