import { z } from 'zod'
import { date, id, instant, line, text } from '#shared/core/fields.ts'

export const issueText = z.object({
  text: text(400).min(1),
  /** Where it came from: a drill with its date, or anything else. */
  source: line(80),
  who: line(40),
  until: date.nullable(),
})

/** 課題: what was learnt and is not done yet. It comes up at the next drill. */
export const openIssue = issueText.extend({
  id,
  addedAt: instant,
  addedBy: line(40),
  doneAt: instant.nullable(),
  doneBy: line(40),
})
export type OpenIssue = z.infer<typeof openIssue>
