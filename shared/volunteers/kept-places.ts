import { z } from 'zod'
import { date, id } from '#shared/core/fields.ts'

/** How many of a date's places are kept for people who are expected and have not come yet. */
export const keptPlaces = z.object({ id, date, people: z.number().int().min(0) })
