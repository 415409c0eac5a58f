import { z } from 'zod'
import { lookReasons } from '#shared/access/look.ts'
import { defineCommand } from '#shared/core/command.ts'
import { date, id, instant, line, requiredLine, text } from '#shared/core/fields.ts'
import { household, placeFields } from '#shared/households/household.ts'
import { consentSaid } from '#shared/needs/consent.ts'
import { limits } from '#shared/needs/limits.ts'
import { gateReasons, need, needContact, needStatuses, siteSurvey } from '#shared/needs/need.ts'
import { photoFields } from '#shared/photos/photo.ts'

const reason = z.string().trim().min(1).max(limits.reason)
const work = text(limits.work)
const tools = z.array(requiredLine(limits.tool)).max(limits.tools)
const headcount = need.shape.headcount

/** What is asked, as the need sheet has it (field guide 2.3). */
const asked = need
  .pick({
    channel: true,
    categories: true,
    urgent: true,
    crisis: true,
    watch: true,
    survey: true,
    occupancy: true,
    electricity: true,
    water: true,
    parking: true,
    sticker: true,
    fallingObjectNotice: true,
    roofWork: true,
    livelihood: true,
    wishedDate: true,
    wishedTime: true,
  })
  .extend({ work, headcount, tools, dangers: text(limits.dangers) })

const contact = needContact
  .pick({ requesterName: true, requesterKana: true, relation: true, replyTo: true, landmark: true })
  .extend({
    ...placeFields,
    /** Digits as `normalisePhone` gives them, or empty: a caller may not know the number they call from. */
    requesterPhone: z.string().regex(/^(0\d{9,10})?$/),
    story: text(limits.story),
  })

const householdOf = household
  .pick({ name: true, nameKana: true, addressWithheld: true })
  .extend({ phone: contact.shape.requesterPhone, considerations: text(limits.considerations) })

/** Takes down what someone asks for; the household is made with it where it is new. */
export const receiveNeed = defineCommand('needs.receiveNeed', {
  may: ['needs.manage'],
  input: z.object({
    needId: id,
    householdId: id,
    /** Null where the household is known already and stays as it is. */
    household: householdOf.nullable(),
    /** Households that the clerk has looked at and says are others. */
    lookedAt: z.array(id).max(50),
    asked,
    contact,
    /** What was answered to the sentences that are read out; null where nobody was asked yet. */
    consent: consentSaid.nullable().default(null),
  }),
})

const changedPhone = contact.shape.requesterPhone.nullable()
const changedStory = contact.shape.story.nullable()
const changedNote = householdOf.shape.considerations.nullable()

/** Writes anew what was asked; whoever edits an older text is refused and sees both. */
export const changeNeed = defineCommand('needs.changeNeed', {
  may: ['needs.manage'],
  input: z.object({
    needId: id,
    basedOnVersion: need.shape.version,
    asked: asked.omit({ channel: true, survey: true }),
    /** A number or note that is null stays as it is: who writes the rest anew need not have seen it. */
    contact: contact.extend({ requesterPhone: changedPhone, story: changedStory }),
    household: householdOf.extend({ phone: changedPhone, considerations: changedNote }),
  }),
})

/** Shows the numbers of a need to whoever is about to call; nothing changes but the log of who looked. */
export const revealPhone = defineCommand('needs.revealPhone', {
  may: ['contacts.read'],
  input: z.object({ revealId: id, needId: id, why: z.enum(lookReasons) }),
})

/** Shows what the caller said and what the household needs; nothing changes but the log of who looked. */
export const revealNotes = defineCommand('needs.revealNotes', {
  may: ['center.lead', 'needs.manage'],
  input: z.object({ revealId: id, needId: id, why: z.enum(lookReasons) }),
})

/** Shows where a household with 住所非開示 is; nothing changes but the log of who looked. */
export const revealPlace = defineCommand('needs.revealPlace', {
  may: ['center.lead', 'needs.manage'],
  input: z.object({ revealId: id, needId: id, why: z.enum(lookReasons) }),
})

/** What the household says now of what the team may be told; `seenAskedAt` is when the sender saw it asked last. */
export const answerConsent = defineCommand('needs.answerConsent', {
  may: ['needs.manage', 'survey.manage'],
  input: z.object({ needId: id, seenAskedAt: instant.nullable(), consent: consentSaid }),
})

/** Adds what a second caller says to a need that stands already. */
export const addToNeed = defineCommand('needs.addToNeed', {
  may: ['needs.manage', 'survey.manage'],
  input: z.object({ needId: id, words: z.string().trim().min(1).max(limits.story) }),
})

/** What every step carries: the need, and the state in which the sender saw it. */
const step = { needId: id, from: z.enum(needStatuses) }

/** 現調 必要・不要・判断できない. */
export const decideSurvey = defineCommand('needs.decideSurvey', {
  may: ['needs.manage', 'survey.manage'],
  input: z.object({ ...step, decision: need.shape.survey }),
})

export const scheduleSurvey = defineCommand('needs.scheduleSurvey', {
  may: ['needs.manage', 'survey.manage'],
  input: z.object({ ...step, on: date, time: line(limits.surveyTime) }),
})

/** Nobody was met (会えず): the visit counts, and the need waits again. */
export const recordNotMet = defineCommand('needs.recordNotMet', {
  may: ['needs.manage', 'survey.manage'],
  input: z.object({
    ...step,
    surveyId: id,
    /** How many visits in vain the sender had seen: the same one is not counted twice. */
    seenNotMet: need.shape.notMetCount,
    note: text(limits.note),
  }),
})

/** The three questions of the visit: may volunteers enter, how many, what work (field guide 2.4). */
export const recordSurvey = defineCommand('needs.recordSurvey', {
  may: ['needs.manage', 'survey.manage'],
  input: siteSurvey.pick({ mayEnter: true, sticker: true, roofWork: true }).extend({
    ...step,
    surveyId: id,
    /** What stood there when the form was opened: the visit must not write over what the needs desk changed since. */
    basedOnVersion: need.shape.version,
    surveyedBy: requiredLine(60),
    headcount,
    work,
    tools,
    dangers: text(limits.dangers),
    note: text(limits.note),
    /** When to look again where volunteers may not enter. */
    reviewOn: date.nullable(),
  }),
})

export const putOnHold = defineCommand('needs.putOnHold', {
  may: ['needs.manage', 'survey.manage'],
  input: z.object({ ...step, reason, reviewOn: date }),
})

/** 不受理: never left without a reason and a day by which the requester hears (field guide 8). */
export const declineNeed = defineCommand('needs.declineNeed', {
  may: ['needs.manage'],
  input: z.object({ ...step, reason, referredTo: line(limits.referredTo), answerBy: date.nullable() }),
})

/** To a technical group, an office, a company: who it goes to is named. */
export const referNeed = defineCommand('needs.referNeed', {
  may: ['needs.manage', 'survey.manage'],
  input: z.object({ ...step, reason, referredTo: requiredLine(limits.referredTo), answerBy: date.nullable() }),
})

/** The requester who was turned away or passed on has been told. */
export const answerRequester = defineCommand('needs.answerRequester', {
  may: ['needs.manage'],
  input: z.object({ needId: id }),
})

export const cancelNeed = defineCommand('needs.cancelNeed', {
  may: ['needs.manage'],
  input: z.object({ ...step, reason }),
})

/** Takes up again what was put aside or closed. */
export const reopenNeed = defineCommand('needs.reopenNeed', {
  may: ['needs.manage'],
  input: z.object({ ...step, reason }),
})

/** Takes back the last step of this desk, pressed by mistake, while the need still stands where it put it. */
export const takeBackStep = defineCommand('needs.takeBackStep', {
  may: ['needs.manage', 'survey.manage'],
  input: z.object({ needId: id, from: z.enum(needStatuses) }),
})

/** Lets volunteers go although something speaks against it: who decided it, and why (field guide 12b, invariant 2). */
export const openGate = defineCommand('needs.openGate', {
  may: ['center.lead', 'needs.manage', 'survey.manage', 'dispatch.manage'],
  input: z.object({
    needId: id,
    /** The reasons that the sender saw. */
    reasons: z.array(z.enum(gateReasons)).min(1),
    decidedBy: requiredLine(limits.decidedBy),
    because: reason,
  }),
})

export const closeGate = defineCommand('needs.closeGate', {
  may: ['center.lead', 'needs.manage', 'survey.manage', 'dispatch.manage'],
  input: z.object({ needId: id }),
})

/** A photo of the home: with the need itself, or with the visit that is being recorded. */
export const addNeedPhoto = defineCommand('needs.addPhoto', {
  may: ['needs.manage', 'survey.manage'],
  input: z.object({ ...photoFields, needId: id, siteSurveyId: id.nullable() }),
})
