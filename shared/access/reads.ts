import { z } from 'zod'
import { lookedAts, lookReasons } from '#shared/access/look.ts'
import { date, id, instant } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'

/** Who looked at what, the newest first: for the lead, of everyone or of one person. */
export const findLooks = defineRead('access.findLooks', {
  may: ['center.lead'],
  holds: ['staff', 'logEntry'],
  input: z.object({ staffId: id.nullable() }),
  answer: z.object({
    looks: z.array(
      z.object({
        id,
        at: instant,
        actorId: z.string(),
        actorName: z.string(),
        device: z.string(),
        what: z.enum(lookedAts),
        why: z.enum(lookReasons),
        recordKind: z.string(),
        recordId: z.string(),
        /** How many people stand on a list, and the number of its paper; null where it has none. */
        people: z.number().int().nullable(),
        paper: z.number().int().nullable(),
        /** The line of the chronology that belongs to it. */
        type: z.string(),
        details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    ),
    /** The head of the chain, as it stands on printed sheets, and whether the chain holds. */
    head: z.string(),
    holds: z.boolean(),
  }),
})

/** Who has looked more often within the last hour than a desk's work explains, and how often. */
export const whoLooksMuch = defineRead('access.whoLooksMuch', {
  may: ['center.lead'],
  holds: ['staff'],
  input: z.strictObject({}),
  answer: z.object({ people: z.array(z.object({ name: z.string(), count: z.number().int() })) }),
})

/** The papers with people's records that have a number of today. */
export const papersOfToday = defineRead('access.papersOfToday', {
  may: ['center.lead'],
  holds: [],
  input: z.strictObject({}),
  answer: z.object({
    date,
    printed: z.number().int(),
    papers: z.array(z.object({ paper: z.number().int(), kind: z.string() })),
  }),
})
