import { z } from 'zod'
import { date, id, instant } from '#shared/core/fields.ts'

/** The pages with people's data that a desk opens to read or to print; whoever opens one leaves a row in the log. */
export const openedSheets = ['workOrder', 'rollCall', 'reservations', 'nameTags', 'groupList', 'history'] as const
export type OpenedSheet = (typeof openedSheets)[number]

/**
 * Of those, what is collected again at the day's end carries a number of the day. Name tags go home with the people
 * whose names they bear, and the list of a bus is a picture.
 */
const numbered: readonly OpenedSheet[] = ['workOrder', 'rollCall', 'reservations']
export const isNumbered = (sheet: OpenedSheet): boolean => numbered.includes(sheet)

/** From how many looks of one person within an hour on the lead is told. One record at most. */
export const lookRule = z.object({ id, manyLooks: z.number().int().min(5).max(500) })

/** As many papers as a day may print, and more. */
const paperNumber = z.number().int().min(1).max(9999)

/** What became of a day's papers with people's records, as the lead counted them. One of each day at most. */
export const paperCount = z.object({
  id,
  date,
  /** How many had a number when they were counted. */
  printed: z.number().int().min(0),
  /** How many came back, or were shredded. */
  back: z.number().int().min(0).max(9999),
  /** Which did not, as far as somebody knows. */
  missing: z.array(paperNumber).max(200),
  countedBy: z.string().max(30),
  countedAt: instant,
})
export type PaperCount = z.infer<typeof paperCount>
