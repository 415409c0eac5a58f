import { z } from 'zod'
import { id } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { daySlots } from '#shared/roster/day-slots.ts'
import { vehicles } from '#shared/volunteers/vehicles.ts'

/** Why somebody stands high in the list. */
const helperReason = z.discriminatedUnion('why', [
  z.object({ why: z.literal('area') }),
  z.object({ why: z.literal('near'), metres: z.number().int() }),
  z.object({ why: z.literal('slot') }),
  z.object({ why: z.literal('tools'), tools: z.array(z.string()) }),
  z.object({ why: z.literal('vehicle') }),
  z.object({ why: z.literal('experience') }),
  z.object({ why: z.literal('skills'), skills: z.array(z.string()) }),
  z.object({ why: z.literal('notRenewed') }),
])
export type HelperReason = z.infer<typeof helperReason>

const helper = z.object({
  personId: id,
  name: z.string(),
  nameKana: z.string(),
  number: z.number().int(),
  /** Empty for desks that may not see how people are reached. */
  phone: z.string(),
  vehicle: z.enum(vehicles),
  reasons: z.array(helperReason),
})
export type Helper = z.infer<typeof helper>

/** People of the roster who are not here today, the fittest for a need first: by what it takes, where, and when. */
export const findHelpers = defineRead('dispatch.findHelpers', {
  may: ['dispatch.manage'],
  holds: ['person', 'personContact', 'registration'],
  input: z.object({
    needId: id,
    /** Only who can come then, or said nothing of days. */
    slot: z.enum(daySlots).nullable(),
    /** Only who has a car, a van or a small truck. */
    withVehicle: z.boolean(),
  }),
  answer: z.object({ helpers: z.array(helper), total: z.number().int() }),
})
