import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { date, id, line, requiredLine } from '#shared/core/fields.ts'
import { languages } from '#shared/core/language.ts'
import { attendance, attendanceHealth, guardianConsents } from '#shared/volunteers/attendance.ts'
import { limits } from '#shared/volunteers/limits.ts'
import { emergencyContact, personContact, vehicles } from '#shared/volunteers/person.ts'

/** Digits as `normalisePhone` gives them. */
const phone = z.string().regex(/^0\d{9,10}$/)

/** The personal link's token: 128 bits made by the sender; stored hashed, in no log and in no answer. */
const linkToken = z.string().regex(/^[0-9a-f]{32}$/)

const insuranceSaid = z.object({
  plan: attendance.shape.insurance.shape.plan,
  /** The day of the procedure, where the person knows it. */
  joinedOn: date.nullable(),
})

const confirmed = {
  attendanceId: id,
  health: attendanceHealth.pick({ condition: true, note: true }),
  insurance: insuranceSaid,
  emergency: emergencyContact.pick({ name: true, relation: true, phone: true }),
  consentVersion: attendance.shape.consentVersion,
  language: z.enum(languages),
  /** Whether to be put on the waiting list where today's number is reached. */
  waitingListIfFull: z.boolean(),
}

/** The reception form (field guide 2.1), less what it says not to collect. */
const form = z.object({
  ...confirmed,
  personId: id,
  name: requiredLine(limits.name),
  nameKana: requiredLine(limits.name),
  phone,
  birthDate: date,
  sex: personContact.shape.sex,
  email: line(limits.email),
  postalCode: personContact.shape.postalCode,
  address: line(limits.address),
  affiliation: line(limits.affiliation),
  skills: z.array(z.string().max(30)).max(20),
  licences: z.array(z.string().max(30)).max(10),
  vehicle: z.enum(vehicles),
  experience: z.boolean(),
  guardianConsent: z.enum(guardianConsents),
})

/** 当日受付 from a person's own phone. */
export const checkIn = defineCommand('volunteers.checkIn', {
  may: ['public'],
  input: form.extend({ linkToken }),
  secret: ['linkToken'],
})

/** 当日受付 of someone who came before: recognised, and three things confirmed; the answer echoes nothing stored. */
export const checkInAgain = defineCommand('volunteers.checkInAgain', {
  may: ['public'],
  input: z.object({
    ...confirmed,
    linkToken,
    by: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('phoneAndBirthDate'), phone, birthDate: date }),
      z.object({ kind: z.literal('earlierLink'), earlierToken: linkToken }),
    ]),
  }),
  secret: ['linkToken', 'earlierToken'],
})

/** 代行入力: staff type for a person without a phone. */
export const checkInByProxy = defineCommand('volunteers.checkInByProxy', {
  may: ['reception.manage'],
  input: form.extend({
    channel: z.enum(['proxy', 'paper']),
    /** The person of an earlier day, where staff found one. */
    knownPersonId: id.nullable(),
    /** Staff have looked at the likely double and say it is another person. */
    isAnother: z.boolean(),
  }),
})
