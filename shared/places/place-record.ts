import { z } from 'zod'
import { line } from '#shared/core/fields.ts'
import type { Place } from '#shared/places/place.ts'
import { townById } from '#shared/places/towns.ts'

/** The fields of a place, to be spread into a record: degrees within Japan, a town that exists. */
const placeFields = {
  townId: z
    .string()
    .max(40)
    .refine((townId) => townById(townId) !== undefined, 'unknown town')
    .nullable(),
  addressLine: line(120),
  lat: z.number().min(20).max(46).nullable(),
  lng: z.number().min(122).max(154).nullable(),
}

/** A place as a whole: latitude and longitude are both known or both unknown. */
export const place = z
  .object(placeFields)
  .refine(({ lat, lng }) => (lat === null) === (lng === null), 'half a point') satisfies z.ZodType<Place>
