import { z } from 'zod'
import { date, id, instant, line, requiredLine } from '#shared/core/fields.ts'
import { stockFindings, stockKinds, stockOwners } from '#shared/readiness/limits.ts'

const count = z.number().int().min(0).max(99_999)

/** What was found when somebody last looked. */
const stockLook = z.object({ at: instant, by: line(40), found: z.enum(stockFindings), count })

/** What is written about a thing of the stock. */
export const stockText = z.object({
  kind: z.enum(stockKinds),
  name: requiredLine(60),
  owner: z.enum(stockOwners),
  /** Of whom it is lent, rented or given. */
  ofWhom: line(60),
  /** When what is lent goes back. */
  returnOn: date.nullable(),
  place: line(60),
  count,
  unit: line(10),
  expiresOn: date.nullable(),
})

/** A thing or a pile of the set-up room (備品); its label carries its number. */
export const stockItem = stockText.extend({
  id,
  number: z.number().int().min(1),
  look: stockLook.nullable(),
  /** What the last look replaced, for taking it back. */
  before: z.object({ look: stockLook.nullable(), count }).nullable(),
  removedAt: instant.nullable(),
})
export type StockItem = z.infer<typeof stockItem>
