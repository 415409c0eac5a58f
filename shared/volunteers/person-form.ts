import { z } from 'zod'
import { date, line, requiredLine } from '#shared/core/fields.ts'
import { limits } from '#shared/volunteers/limits.ts'
import { personContact } from '#shared/volunteers/person.ts'
import { vehicles } from '#shared/volunteers/vehicles.ts'

/** Digits as `normalisePhone` gives them. */
export const phone = z.string().regex(/^0\d{9,10}$/)

/** The personal link's token: 128 bits made by the sender; stored hashed, in no log and in no answer. */
export const linkToken = z.string().regex(/^[0-9a-f]{32}$/)

/** What a phone is known by to the links that are bound to it: 128 bits that it made and keeps; stored hashed. */
export const phoneSecret = z.string().regex(/^[0-9a-f]{32}$/)

/** The forms ask for it; somebody who has nobody to name is not sent away. */
export const emergency = z.object({
  name: line(limits.emergencyName),
  relation: line(limits.emergencyRelation),
  phone: z.union([phone, z.literal('')]),
})

/** Who somebody is and how they are reached (field guide 2.1), less what it says not to collect. */
export const details = z.object({
  name: requiredLine(limits.name),
  nameKana: requiredLine(limits.name),
  phone,
  birthDate: date,
  sex: personContact.shape.sex,
  email: line(limits.email),
  postalCode: personContact.shape.postalCode,
  address: line(limits.address),
  affiliation: line(limits.affiliation),
  skills: z.array(z.string().max(limits.skill)).max(20),
  licences: z.array(z.string().max(limits.skill)).max(10),
  vehicle: z.enum(vehicles),
  experience: z.boolean(),
  emergency,
})
