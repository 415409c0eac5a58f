import { z } from 'zod'
import { date, id, line, requiredLine } from '#shared/core/fields.ts'
import { vehicles } from '#shared/volunteers/vehicles.ts'

/** A volunteer as desks see one; lasts for years. Who one is stands here, what one's day is on the attendance. */
export const person = z.object({
  id,
  name: requiredLine(60),
  /** Empty where a group's list had none yet. */
  nameKana: line(60),
  skills: z.array(z.string().max(30)).max(20),
  licences: z.array(z.string().max(30)).max(10),
  vehicle: z.enum(vehicles),
  experience: z.boolean(),
  affiliation: line(60),
  /** The person this record is the double of, once the two were merged; nothing else is asked of it from then on. */
  mergedInto: id.nullable(),
})
export type Person = z.infer<typeof person>

/** How to reach a volunteer and who they are on paper: reception and first aid only. */
export const personContact = z.object({
  id,
  /** Digits only, as `normalisePhone` gives them. */
  phone: z.string().max(15),
  email: line(120),
  /** Empty where nobody said, as on a group's list. */
  birthDate: z.union([date, z.literal('')]),
  sex: z.enum(['female', 'male', 'notSaid']),
  postalCode: z.string().max(8),
  address: line(200),
})
export type PersonContact = z.infer<typeof personContact>

/** Whom to call when something happens: reception and first aid only. */
export const emergencyContact = z.object({
  id,
  name: line(60),
  relation: line(20),
  phone: z.string().max(15),
})
export type EmergencyContact = z.infer<typeof emergencyContact>
