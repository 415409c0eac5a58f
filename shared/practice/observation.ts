import { z } from 'zod'
import { deskName } from '#shared/center/desk.ts'
import { id, instant, line, requiredLine, text } from '#shared/core/fields.ts'

/** What an observer or the controller noticed, with the drill's time. */
export const observation = z.object({
  id,
  deskName: deskName.nullable(),
  byName: requiredLine(40),
  at: instant,
  mark: z.enum(['good', 'problem', 'note']),
  text: text(500),
  /** The line of the observers' checklist it belongs to; empty for a free note. */
  checkKey: line(40),
  photoIds: z.array(id).max(6),
})
export type Observation = z.infer<typeof observation>
