import { z } from 'zod'
import { date, id } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { daySlots } from '#shared/roster/day-slots.ts'
import { groupContact, registeredGroup } from '#shared/roster/registered-group.ts'
import { fiscalYear, registration } from '#shared/roster/registration.ts'
import { attendance, guardianConsents } from '#shared/volunteers/attendance.ts'
import { emergencyContact, person, personContact } from '#shared/volunteers/person.ts'
import { vehicles } from '#shared/volunteers/vehicles.ts'

const standing = z.enum(['active', 'due', 'withdrawn'])

/** Words as one types them: a number, a code from a QR, a phone, kana or a name. */
const words = z.string().max(80)

const sought = z.object({
  words,
  /** The fiscal years apart: 有効, 更新が必要, 退会; `standing` all but 退会; `everyone` also who came without a registration. */
  among: z.enum(['active', 'due', 'withdrawn', 'standing', 'everyone']),
  /** All of these. */
  skills: z.array(z.string().max(30)).max(20),
  /** The name of a town without its 丁目, or empty; whoever named no area comes anywhere. */
  area: z.string().max(30),
  /** One of these; whoever named no days can be asked for any. */
  days: z.array(z.enum(daySlots)).max(daySlots.length),
  /** One of these vehicles; empty where none is needed. */
  vehicles: z.array(z.enum(vehicles)).max(vehicles.length),
})

const foundPerson = person
  .pick({
    name: true,
    nameKana: true,
    affiliation: true,
    skills: true,
    licences: true,
    vehicle: true,
    experience: true,
  })
  .extend({
    personId: id,
    /** 登録番号, or null of who came without a registration. */
    number: z.number().int().nullable(),
    standing: standing.nullable(),
    renewedFor: fiscalYear.nullable(),
    areas: registration.shape.areas,
    days: registration.shape.days,
    /** Empty for desks that may not see how people are reached. */
    phone: z.string(),
    /** Their check-in of today, unless it was cancelled. */
    today: attendance.pick({ number: true, status: true }).extend({ attendanceId: id }).nullable(),
    /** The date of their last check-in on an earlier day. */
    lastDate: date.nullable(),
  })
export type FoundPerson = z.infer<typeof foundPerson>

/** Looks for people by words and by what they can do; at most fifty in one answer. */
export const findPeople = defineRead('roster.findPeople', {
  may: ['roster.manage', 'reception.manage'],
  holds: ['person', 'personContact', 'registration', 'attendance'],
  input: sought,
  answer: z.object({ people: z.array(foundPerson), total: z.number().int() }),
})

const registeredPerson = z.object({
  person,
  /** Null for desks that may not see how people are reached. */
  contact: personContact.nullable(),
  emergency: emergencyContact.nullable(),
  registration: registration.nullable(),
  standing: standing.nullable(),
  /** The act that last changed any of it, for `basedOnSeq`. */
  seq: z.number().int(),
  hasLink: z.boolean(),
  /** Dates of the last few check-ins, newest first. */
  lastDates: z.array(date),
  today: foundPerson.shape.today,
  /** What the check-in form is filled in with. */
  arrival: z.object({
    insurance: attendance.shape.insurance.pick({ plan: true, joinedOn: true }).nullable(),
    insuranceSeen: z.boolean(),
    guardianConsent: z.enum(guardianConsents),
    isMinor: z.boolean(),
  }),
})
export type RegisteredPerson = z.infer<typeof registeredPerson>

/** A person of the roster, or of an earlier day, with all that this desk may see. */
export const registrationOf = defineRead('roster.registrationOf', {
  may: ['roster.manage', 'reception.manage'],
  holds: ['person', 'personContact', 'emergencyContact', 'registration', 'attendance'],
  input: z.object({ personId: id }),
  answer: registeredPerson,
})

const foundGroup = registeredGroup.pick({
  name: true,
  nameKana: true,
  kind: true,
  number: true,
  usualHeadcount: true,
  skills: true,
  vehicles: true,
  areas: true,
  days: true,
  renewedFor: true,
})

const groupInList = foundGroup.extend({ groupId: id, standing })
export type FoundGroup = z.infer<typeof groupInList>

/** Looks for registered groups. */
export const findGroups = defineRead('roster.findGroups', {
  may: ['roster.manage', 'reception.manage'],
  holds: ['registeredGroup', 'groupContact'],
  input: sought.pick({ words: true, skills: true, area: true, days: true }).extend({
    among: z.enum(['active', 'due', 'withdrawn', 'standing']),
  }),
  answer: z.object({
    groups: z.array(groupInList),
    total: z.number().int(),
  }),
})

const wholeGroup = z.object({
  group: registeredGroup,
  contact: groupContact.nullable(),
  standing,
  seq: z.number().int(),
  hasLink: z.boolean(),
})
export type WholeGroup = z.infer<typeof wholeGroup>

/** A registered group with all that this desk may see. */
export const groupOf = defineRead('roster.groupOf', {
  may: ['roster.manage', 'reception.manage'],
  holds: ['registeredGroup', 'groupContact'],
  input: z.object({ groupId: id }),
  answer: wholeGroup,
})

/** How many stand on the roster. */
export const figures = defineRead('roster.figures', {
  may: ['roster.manage', 'reception.manage'],
  holds: [],
  input: z.strictObject({}),
  answer: z.object({
    people: z.object({ active: z.number().int(), due: z.number().int(), withdrawn: z.number().int() }),
    groups: z.object({ active: z.number().int(), due: z.number().int(), withdrawn: z.number().int() }),
  }),
})
