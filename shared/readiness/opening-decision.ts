import { z } from 'zod'
import { id, instant, line, text } from '#shared/core/fields.ts'
import { decisionOutcomes } from '#shared/readiness/limits.ts'

/** 開設の判断: a disaster does not open a center by itself, somebody asks and somebody decides (field guide 6). */
export const openingDecision = z.object({
  id,
  askedBy: line(60),
  /** The grounds: damage, needs that came in, volunteers to be expected. */
  damage: text(300),
  needs: text(300),
  volunteers: text(300),
  present: text(300),
  outcome: z.enum(decisionOutcomes),
  reason: text(300),
  nextReviewAt: instant.nullable(),
  decidedAt: instant,
  writtenBy: line(40),
  /** Taken back: written by mistake. It stays to be read. */
  withdrawnAt: instant.nullable(),
  withdrawnBy: line(40),
})
export type OpeningDecision = z.infer<typeof openingDecision>

/** 受け入れ準備よし: one for each activation. */
export const readyMark = z.object({
  id,
  /** The first act of the set-up, and when the center could receive people; null where it was taken back. */
  begunAt: instant,
  readyAt: instant.nullable(),
  readyBy: line(40),
})
export type ReadyMark = z.infer<typeof readyMark>
