import { z } from 'zod'
import { id, instant, line, requiredLine } from '#shared/core/fields.ts'
import { checkLists } from '#shared/readiness/limits.ts'

/** What is written about an item, as a center adopts and edits it. */
export const checkItemText = z.object({
  list: z.enum(checkLists),
  text: requiredLine(120),
  /** Who does it. */
  who: line(40),
  /** By when, in words: 3時間以内. */
  due: line(30),
  /** 【要確認】: what this center has to settle for itself; empty where nothing is open. */
  asks: line(60),
  /** What it settled. */
  settled: line(120),
})

/** One line of a list in the set-up room. */
export const checkItem = checkItemText.extend({
  id,
  /** Its name among the usual lists, by which a scenario says that it is done; empty for a center's own. */
  key: line(60),
  rank: z.number().int().min(0),
  doneAt: instant.nullable(),
  doneBy: line(40),
  removedAt: instant.nullable(),
})
export type CheckItem = z.infer<typeof checkItem>

/** An item as it comes from elsewhere: the usual lists, or the center that holds a drill. */
export const adoptedItem = checkItemText.extend({ key: line(60) })
export type AdoptedItem = z.infer<typeof adoptedItem>
