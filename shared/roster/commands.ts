import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { id, line } from '#shared/core/fields.ts'
import { groupContact, registeredGroup } from '#shared/roster/registered-group.ts'
import { fiscalYear, registration } from '#shared/roster/registration.ts'
import { details, emergency, linkToken, phone } from '#shared/volunteers/person-form.ts'

const kind = z.enum(['person', 'group'])

/** Who somebody is and what they can do, as every desk may see it. */
const aboutPerson = details.pick({
  name: true,
  nameKana: true,
  affiliation: true,
  skills: true,
  licences: true,
  vehicle: true,
  experience: true,
})

/** How somebody is reached. */
const contact = details.pick({
  phone: true,
  birthDate: true,
  sex: true,
  email: true,
  postalCode: true,
  address: true,
})

const { shape } = registration

/** What a registration says beyond the person. */
const said = z.object({
  areas: shape.areas,
  days: shape.days,
  tools: shape.tools,
  languages: shape.languages,
  insurance: shape.insurance,
})

/** ボランティア登録 keyed in by staff. */
export const registerPerson = defineCommand('roster.registerPerson', {
  may: ['roster.manage'],
  input: z.object({
    personId: id,
    person: aboutPerson,
    contact,
    emergency,
    said,
    note: shape.note,
    consentVersion: shape.consentVersion,
    /** The person of an earlier day, where staff found one. */
    knownPersonId: id.nullable(),
    /** Staff have looked at who may be the same and say it is another person. */
    isAnother: z.boolean(),
  }),
})

/** Corrects a registered person. Desks that may not see how people are reached leave that out, and it stays as it is. */
export const changePerson = defineCommand('roster.changePerson', {
  may: ['roster.manage'],
  input: z.object({
    personId: id,
    person: aboutPerson,
    contact: contact.nullable(),
    emergency: emergency.nullable(),
    said,
    note: shape.note,
    basedOnSeq: z.number().int().min(0),
  }),
})

/** ボランティア登録 from a person's own phone. */
export const registerSelf = defineCommand('roster.registerSelf', {
  may: ['public'],
  input: z.object({
    personId: id,
    person: aboutPerson,
    contact,
    emergency,
    said,
    consentVersion: shape.consentVersion,
    linkToken,
  }),
  secret: ['linkToken'],
  slowedAfter: ['roster.alreadyRegistered'],
})

/** Renews one's own registration for this fiscal year; of what is stored, what is left empty stays as it is. */
export const renewSelf = defineCommand('roster.renewSelf', {
  may: ['public'],
  input: z.object({
    linkToken,
    person: aboutPerson.pick({ skills: true, licences: true, vehicle: true, experience: true }),
    contact: z.object({ phone: z.union([phone, z.literal('')]), email: line(120), address: line(200) }),
    emergency: emergency.nullable(),
    said,
    consentVersion: shape.consentVersion,
  }),
  secret: ['linkToken'],
  slowedAfter: ['roster.linkNotKnown'],
})

/** 退会 from one's own page, of a person or a group: the link says whose. */
export const withdrawSelf = defineCommand('roster.withdrawSelf', {
  may: ['public'],
  input: z.object({ linkToken }),
  secret: ['linkToken'],
  slowedAfter: ['roster.linkNotKnown'],
})

const groupFields = registeredGroup.shape

const groupForm = z.object({
  groupId: id,
  group: registeredGroup.pick({
    name: true,
    nameKana: true,
    kind: true,
    usualHeadcount: true,
    skills: true,
    vehicles: true,
    areas: true,
    days: true,
    tools: true,
    insurance: true,
    note: true,
  }),
})

/** 団体の登録. */
export const registerGroup = defineCommand('roster.registerGroup', {
  may: ['roster.manage'],
  input: groupForm.extend({
    contact: groupContact.omit({ id: true }).extend({ phone }),
    consentVersion: groupFields.consentVersion,
  }),
})

/** 団体の登録 from the representative's own phone. */
export const registerGroupSelf = defineCommand('roster.registerGroupSelf', {
  may: ['public'],
  input: z.object({
    groupId: id,
    group: groupForm.shape.group.omit({ note: true }),
    contact: groupContact.omit({ id: true }).extend({ phone }),
    consentVersion: groupFields.consentVersion,
    linkToken,
  }),
  secret: ['linkToken'],
  slowedAfter: ['roster.groupAlreadyRegistered'],
})

/** Renews a group's registration from its own page; of how it is reached, what is left empty stays as it is. */
export const renewGroupSelf = defineCommand('roster.renewGroupSelf', {
  may: ['public'],
  input: z.object({
    linkToken,
    group: groupForm.shape.group.omit({ note: true, name: true, nameKana: true, kind: true }),
    contact: z.object({
      leaderName: line(60),
      leaderKana: line(60),
      phone: z.union([phone, z.literal('')]),
      email: line(120),
      address: line(200),
    }),
    consentVersion: groupFields.consentVersion,
  }),
  secret: ['linkToken'],
  slowedAfter: ['roster.linkNotKnown'],
})

export const changeGroup = defineCommand('roster.changeGroup', {
  may: ['roster.manage'],
  input: groupForm.extend({
    contact: groupContact.omit({ id: true }).extend({ phone }).nullable(),
    basedOnSeq: z.number().int().min(0),
  }),
})

const ofOne = z.object({ kind, id })

/** 更新: the registration holds for this fiscal year too, or from February on for the next. */
export const renewRegistration = defineCommand('roster.renew', {
  may: ['roster.manage'],
  input: ofOne.extend({ fiscalYear }),
})

/** Takes a renewal back that was pressed by mistake. */
export const takeBackRenewal = defineCommand('roster.takeBackRenewal', {
  may: ['roster.manage'],
  input: ofOne.extend({ fiscalYear, before: fiscalYear }),
})

/** 退会. */
export const withdrawRegistration = defineCommand('roster.withdraw', { may: ['roster.manage'], input: ofOne })

/** Takes a 退会 back. */
export const restoreRegistration = defineCommand('roster.restore', { may: ['roster.manage'], input: ofOne })

/** Gives somebody a new link to their own registration; the old one is dead from then on. */
export const reissueRegistrationLink = defineCommand('roster.reissueLink', {
  may: ['roster.manage'],
  input: ofOne.extend({ linkToken }),
  secret: ['linkToken'],
})
