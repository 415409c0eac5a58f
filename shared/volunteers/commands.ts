import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { date, id, text } from '#shared/core/fields.ts'
import { languages } from '#shared/core/language.ts'
import { attendance, attendanceNote, guardianConsents, insuranceSaid } from '#shared/volunteers/attendance.ts'
import { limits } from '#shared/volunteers/limits.ts'
import { details, emergency, linkToken, phone, phoneSecret } from '#shared/volunteers/person-form.ts'

/** Today's health, in the person's own words. */
const health = z.object({ condition: z.enum(['good', 'concern']), note: text(limits.healthNote) })

const confirmed = {
  attendanceId: id,
  health,
  consentVersion: attendance.shape.consentVersion,
  language: z.enum(languages),
  /** Whether to be put on the waiting list where today's number is reached. */
  waitingListIfFull: z.boolean(),
}

/** Today's reservation (活動予約) that the desk found; it has come with this check-in. */
const reservationId = id.nullable().default(null)

/** The reception form. */
const form = details.extend({
  ...confirmed,
  personId: id,
  insurance: insuranceSaid,
  guardianConsent: z.enum(guardianConsents),
})

/** A page without its script knows none: then the first phone that opens the link is the one. */
const ownPhone = phoneSecret.optional()

/** 当日受付 from a person's own phone. */
export const checkIn = defineCommand('volunteers.checkIn', {
  may: ['public'],
  input: form.extend({ linkToken, ownPhone }),
  secret: ['linkToken', 'ownPhone'],
})

/**
 * Binds a personal link to the phone that opens it. The first one needs nothing; each further one shows that it is its
 * owner's by number and birth date, once.
 */
export const bindLink = defineCommand('volunteers.bindLink', {
  may: ['public'],
  input: z.object({
    linkToken,
    ownPhone: phoneSecret,
    owner: z.object({ number: z.number().int().min(1).max(99_999), birthDate: date }).nullable(),
  }),
  secret: ['linkToken', 'ownPhone', 'owner'],
  slowedAfter: ['volunteers.notYourLink'],
})

/** 当日受付 of someone who came before: recognised, and three things confirmed; the answer echoes nothing stored. */
export const checkInAgain = defineCommand('volunteers.checkInAgain', {
  may: ['public'],
  input: z.object({
    ...confirmed,
    linkToken,
    ownPhone,
    /** What is as it was the last time is said so, without being shown. */
    insurance: z.union([insuranceSaid, z.literal('asBefore')]),
    emergency: z.union([emergency, z.literal('asBefore')]),
    by: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('phoneAndBirthDate'), phone, birthDate: date }),
      z.object({ kind: z.literal('earlierLink'), earlierToken: linkToken }),
    ]),
  }),
  secret: ['linkToken', 'earlierToken', 'ownPhone'],
  slowedAfter: ['volunteers.notRecognised', 'volunteers.alreadyCheckedIn'],
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
    reservationId,
  }),
})

/** Somebody whom the desk found: on the roster, among reservations or on an earlier day. Three things are confirmed. */
export const checkInKnown = defineCommand('volunteers.checkInKnown', {
  may: ['reception.manage'],
  input: z.object({
    ...confirmed,
    personId: id,
    insurance: insuranceSaid,
    /** Staff have seen the card. */
    insuranceSeen: z.boolean(),
    emergency: z.union([emergency, z.literal('asBefore')]),
    guardianConsent: z.enum(guardianConsents),
    reservationId,
  }),
})

const ofOne = z.object({ attendanceId: id })

/** An act of reception on one person's day. */
const receptionAct = <N extends string>(name: N) => defineCommand(name, { may: ['reception.manage'], input: ofOne })

export const startConsultation = receptionAct('volunteers.startConsultation')
/** The talk about health is over, and the person waits for a team. */
export const settleConsultation = defineCommand('volunteers.settleConsultation', {
  may: ['reception.manage', 'care.read'],
  input: ofOne,
})
export const cancelCheckIn = receptionAct('volunteers.cancelCheckIn')
/** Takes a cancellation back; the person keeps their number, and waits for a place if today's are taken. */
export const restoreCheckIn = receptionAct('volunteers.restoreCheckIn')
/** Lets the first of the waiting list in, once a place is free. */
export const letIn = receptionAct('volunteers.letIn')
/** Takes a 退所 back; people are sent home by the return desk's own act. */
export const comeBack = receptionAct('volunteers.comeBack')
/** センター業務: helps at the center itself. */
export const toCenterWork = receptionAct('volunteers.toCenterWork')
/** Back from センター業務 to those who wait for a team. */
export const waitAgain = receptionAct('volunteers.waitAgain')

/** Records an insurance as seen on a card or applied for on the spot; `verified` false takes that back. */
export const recordInsurance = defineCommand('volunteers.recordInsurance', {
  may: ['reception.manage'],
  input: ofOne.extend({ insurance: insuranceSaid, verified: z.boolean() }),
})

export const recordGuardianConsent = defineCommand('volunteers.recordGuardianConsent', {
  may: ['reception.manage'],
  input: ofOne.extend({ consent: z.enum(['missing', 'given', 'accompanied']) }),
})

/** Corrects who somebody is; refused where another desk wrote after `basedOnSeq`. */
export const correctDetails = defineCommand('volunteers.correctDetails', {
  may: ['reception.manage'],
  input: details.extend({ attendanceId: id, basedOnSeq: z.number().int().min(0) }),
})

/** Gives somebody a new personal page; the old one is dead from then on. */
export const reissueLink = defineCommand('volunteers.reissueLink', {
  may: ['reception.manage'],
  input: ofOne.extend({ linkToken }),
  secret: ['linkToken'],
})

/** A note of staff about someone's day; the phone of the person never holds it. */
export const writeNote = defineCommand('volunteers.writeNote', {
  may: ['staff'],
  input: ofOne.extend({ text: attendanceNote.shape.text, basedOnSeq: z.number().int().min(0) }),
})
