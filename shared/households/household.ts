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
  /** Whether there is a number; the number itself is shown by an act of its own. */
  hasPhone: z.boolean(),
  ...placeFields,
  landmark: line(120),
  /** Whether its people need something to be minded; what, is shown by an act of its own. */
  hasNote: z.boolean(),
  /** 住所非開示: overrides everything; the address goes to no team. */
  addressWithheld: z.boolean(),
  mergedInto: id.nullable(),
})

/** A household's telephone number: shown to nobody who has not asked for it in writing. */
export const householdPhone = z.object({ id, phone: z.string().max(15) })

/** People in a household, and what to mind: 高齢, 障害, 乳幼児, ペット … Shown to nobody who has not asked in writing. */
export const householdNote = z.object({ id, considerations: z.string().max(300) })

export type Household = z.infer<typeof household>
