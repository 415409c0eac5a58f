import { z } from 'zod'
import { date, id, instant, line, text } from '#shared/core/fields.ts'

export const issueText = z.object({
  text: text(400).min(1),
  /** Where it came from, where somebody wrote it down by hand. */
  source: line(80),
  who: line(40),
  until: date.nullable(),
})

/** A drill as the set-up room names it: what it was called, and when it was held. */
export const namedDrill = z.object({ title: line(80), heldOn: date })

/** 課題: what was learnt and is not done yet. It comes up at the next drill. */
export const openIssue = issueText.extend({
  id,
  /** The drill that showed it; null where it came from elsewhere, or from the drill in which it still lies. */
  drill: namedDrill.nullable(),
  /** In a drill's center: the center that holds the drill had it open already (前回からの課題). */
  fromBefore: z.boolean(),
  addedAt: instant,
  addedBy: line(40),
  doneAt: instant.nullable(),
  doneBy: line(40),
})
export type OpenIssue = z.infer<typeof openIssue>
