import { z } from 'zod'
import { id, instant, text } from '#shared/core/fields.ts'
import { callOutAnswers } from '#shared/dispatch/call-out-answers.ts'

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
