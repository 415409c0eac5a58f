import { z } from 'zod'
import { id, instant } from '#shared/core/fields.ts'

/** An act for two people that waits. Its id is the act's own; what stands in it lies on the server alone. */
export const waitingAct = z.object({
  id,
  type: z.string().max(60),
  forId: id,
  forName: z.string().max(30),
  askedAt: instant,
  /** How many whole hours the server has run since with its clock untouched. */
  ranHours: z.number().int().min(0),
  status: z.enum(['waiting', 'approved', 'refused', 'done', 'failed']),
  answeredBy: z.string().max(30),
  endedAt: instant.nullable(),
  /** The code of the refusal, where it could not be carried out. */
  problem: z.string().max(80).nullable(),
})
export type WaitingAct = z.infer<typeof waitingAct>
