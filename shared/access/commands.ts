import { z } from 'zod'
import { lookRule, openedSheets, paperCount } from '#shared/access/paper.ts'
import { badgeSecret, signInRule } from '#shared/access/sign-in-rule.ts'
import { defineCommand } from '#shared/core/command.ts'
import { basedOnSeq, date, id, instant, pin, requiredLine } from '#shared/core/fields.ts'

/** Adds a person who works at desks, with their PIN. */
export const addStaff = defineCommand('access.addStaff', {
  may: ['center.lead'],
  stepUp: true,
  input: z.object({ staffId: id, name: requiredLine(30), pin, deskNames: z.array(z.string().max(40)).min(1).max(12) }),
  secret: ['pin'],
})

/** Says which desks a person staffs now. */
export const assignDesks = defineCommand('access.assignDesks', {
  may: ['center.lead'],
  stepUp: true,
  input: z.object({ staffId: id, deskNames: z.array(z.string().max(40)).max(12) }),
})

export const changePin = defineCommand('access.changePin', {
  may: ['center.lead'],
  stepUp: true,
  input: z.object({ staffId: id, pin }),
  secret: ['pin'],
})

export const retireStaff = defineCommand('access.retireStaff', {
  may: ['center.lead'],
  stepUp: true,
  input: z.object({ staffId: id }),
})

/** Gives a person a badge; the one they had is dead at once. Its secret is made by the sender, shown once, kept nowhere. */
export const issueBadge = defineCommand('access.issueBadge', {
  may: ['center.lead'],
  stepUp: true,
  input: z.object({ staffId: id, badge: badgeSecret }),
  secret: ['badge'],
})

/** Says how people sign in here, and after how long a desk without a hand on it is covered. */
export const setSignInRule = defineCommand('access.setSignInRule', {
  may: ['center.lead'],
  stepUp: true,
  input: signInRule.omit({ id: true }).extend({ basedOnSeq }),
})

/** Says from how many looks within an hour on the lead is told of a person. */
export const setLookRule = defineCommand('access.setLookRule', {
  may: ['center.lead'],
  stepUp: true,
  input: lookRule.omit({ id: true }).extend({ basedOnSeq }),
})

/** Sent by the page itself that shows people's data, before it shows them. What is collected again gets its number. */
export const openSheet = defineCommand('access.openSheet', {
  may: ['staff'],
  input: z.object({
    sheet: z.enum(openedSheets),
    /** The work order, the day or the picture. */
    recordId: id,
    /** How many people stand on it. */
    people: z.number().int().min(0),
  }),
})

/** Says what became of a day's papers; a later count takes the place of one that its sender has seen. */
export const countPapers = defineCommand('access.countPapers', {
  may: ['center.lead'],
  input: paperCount.pick({ back: true, missing: true }).extend({ date, basedOnSeq }),
})

/** Written by the sign-in itself once the PIN has been compared; never sent by a device. */
export const openSession = defineCommand('access.openSession', {
  may: ['system'],
  whileHandedOver: true,
  input: z.object({
    sessionId: id,
    staffId: id,
    tokenHash: z.string(),
    device: z.string().max(60),
    expiresAt: instant,
    /** The device that has just seen this person's badge: from now on their name and PIN are enough there. */
    enrol: z.object({ deviceHash: z.string(), expiresAt: instant }).optional(),
  }),
  secret: ['tokenHash', 'deviceHash'],
})

/** Written when another lead has consented, at the same desk, to an act that takes two. */
export const consentToAct = defineCommand('access.consentToAct', {
  may: ['system'],
  input: z.object({ actId: id, staffId: id, forStaffId: id }),
})

/** Written when an act that takes two is put down to wait, for another lead or for a day to pass. */
export const deferAct = defineCommand('access.deferAct', {
  may: ['system'],
  input: z.object({ actId: id, type: z.string().max(60), body: z.string().max(8000), forStaffId: id }),
  secret: ['body'],
})

/** Another lead consents to a waiting act, at their own desk. */
export const approveAct = defineCommand('access.approveAct', {
  may: ['center.lead'],
  stepUp: true,
  input: z.object({ actId: id }),
})

/** Any lead stops a waiting act; who asked for it takes it back by the same. */
export const refuseAct = defineCommand('access.refuseAct', { may: ['center.lead'], input: z.object({ actId: id }) })

/** Sent by the server itself: it ran for one more hour with its clock untouched while something waits for a day to pass. */
export const countHour = defineCommand('access.countHour', { may: ['system'], input: z.strictObject({}) })

/** Sent by the server itself: a waiting act was carried out, or could not be. */
export const endAct = defineCommand('access.endAct', {
  may: ['system'],
  input: z.object({ actId: id, problem: z.string().max(80).nullable() }),
})

export const closeSession = defineCommand('access.closeSession', {
  may: ['staff', 'system'],
  whileHandedOver: true,
  input: z.object({ sessionId: id }),
})
