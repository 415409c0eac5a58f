import { z } from 'zod'
import { id, instant } from '#shared/core/fields.ts'

/**
 * A group's paper list (名簿) as a picture, kept until its names are keyed in: names, phones and birth dates of
 * everybody on the bus. The picture lies apart, as that of a photo; here stands only that there is one.
 */
export const listPicture = z.object({
  id,
  dayId: id,
  groupVisitId: id,
  at: instant,
  takenBy: z.string().max(30),
  width: z.number().int(),
  height: z.number().int(),
  /** From then on the picture is gone from this laptop. */
  erasedAt: instant.nullable(),
})
export type ListPicture = z.infer<typeof listPicture>
