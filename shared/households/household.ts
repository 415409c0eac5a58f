import { z } from 'zod'
import { id, line } from '#shared/core/fields.ts'

/** A place as staff know it: a town of the ward, the rest of the address, a pin, each optional. */
export const placeFields = {
  townId: z.string().max(40).nullable(),
  addressLine: line(120),
  lat: z.number().min(20).max(46).nullable(),
  lng: z.number().min(122).max(154).nullable(),
}

/** A household hit by the disaster: the unit of duplicate search; lasts for years. */
export const household = z.object({
  id,
  name: line(60),
  nameKana: line(60),
  phone: z.string().max(15),
  ...placeFields,
  landmark: line(120),
  /** People in it, and what to mind: 高齢, 障害, 乳幼児, ペット … */
  considerations: z.string().max(300),
  /** 住所非開示: overrides everything; the address goes to no team. */
  addressWithheld: z.boolean(),
  mergedInto: id.nullable(),
})
export type Household = z.infer<typeof household>
