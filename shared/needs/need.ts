import { z } from 'zod'
import { date, id, instant, line } from '#shared/core/fields.ts'
import { placeFields } from '#shared/households/household.ts'

/** A need's way (field guide 12b): 受付 → 現調待 → 現調予定 → 派遣可 → 割当 → 活動中 → 継続 / 完了, and the ways out. */
export const needStatuses = [
  'received',
  'surveyPending',
  'surveyScheduled',
  'ready',
  'assigned',
  'inProgress',
  'toBeContinued',
  'completed',
  'referred',
  'onHold',
  'declined',
  'cancelled',
  'merged',
] as const
export type NeedStatus = (typeof needStatuses)[number]

export const needCategories = ['mudRemoval', 'carryingOut', 'cleaning', 'tidyingUp', 'waterCarrying', 'other'] as const
const channels = ['phone', 'visit', 'disasterBase', 'wardHq', 'fax', 'web', 'other'] as const
const stickers = ['notInspected', 'green', 'yellow', 'red', 'unknown'] as const
const yesNoUnknown = ['yes', 'no', 'unknown'] as const

const occupancies = ['ownHome', 'rented', 'vacant', 'unknown'] as const
const surveyDecisions = ['needed', 'notNeeded', 'unsure'] as const
const relationsToHousehold = ['self', 'family', 'neighbour', 'agency', 'other'] as const

/** Why volunteers may not be sent yet; opening the gate names a person and a reason (field guide 12b, invariant 2). */
export const gateReasons = ['redSticker', 'yellowSticker', 'roofWork', 'surveyUnresolved', 'mayNotEnter'] as const

/** By when the requester is answered, when they were, when it is looked at again; why and to whom, is `needReason`. */
const outcome = z.object({
  answerBy: date.nullable(),
  answeredAt: instant.nullable(),
  reviewOn: date.nullable(),
})

/** What is asked for, without the person: every desk may hold it. */
export const need = z.object({
  id,
  activationId: id,
  /** N-031: a counter of the activation, never used again. */
  number: z.number().int().min(1),
  householdId: id,
  status: z.enum(needStatuses),
  channel: z.enum(channels),
  categories: z.array(z.enum(needCategories)).max(6),
  /** The work in words that a team may read. */
  work: z.string().max(500),
  headcount: z.number().int().min(0).max(100),
  tools: z.array(z.string().max(30)).max(20),
  /** Only the town; the exact place is on `needContact`. */
  townId: z.string().max(40).nullable(),
  hasPlace: z.boolean(),
  /** 住所非開示, as the household has it: every desk knows that, none knows the place. */
  addressWithheld: z.boolean(),
  urgent: z.boolean(),
  crisis: z.boolean(),
  watch: z.boolean(),
  survey: z.enum(surveyDecisions),
  surveyOn: date.nullable(),
  /** The hour that was agreed for the visit, in words. */
  surveyTime: line(60),
  /** Visits on which nobody was met (会えず); they cost a survey team as much as any other. */
  notMetCount: z.number().int().min(0),
  occupancy: z.enum(occupancies),
  electricity: z.enum(yesNoUnknown),
  water: z.enum(yesNoUnknown),
  parking: z.enum(yesNoUnknown),
  sticker: z.enum(stickers),
  /** The A4-landscape sheet about falling or overturning objects: not the building's result. */
  fallingObjectNotice: z.boolean(),
  roofWork: z.boolean(),
  livelihood: z.boolean(),
  /** Whether the household was asked what the team may be told; what it said is in `needConsent`. */
  consentAsked: z.boolean(),
  dangers: z.string().max(300),
  wishedDate: date.nullable(),
  wishedTime: line(60),
  gate: z.object({
    closedBy: z.array(z.enum(gateReasons)),
    openedBy: z.string().max(30).nullable(),
    openedAt: instant.nullable(),
  }),
  outcome,
  /** People at work there now, counted over its teams. */
  assignedCount: z.number().int().min(0),
  teamIds: z.array(id).max(30),
  visits: z.number().int().min(0),
  receivedAt: instant,
  clerk: z.string().max(30),
  /** Raised whenever what was asked is written anew: who edits an older text is told before anything is lost. */
  version: z.number().int().min(1),
  changedBy: z.string().max(30),
  changedAt: instant,
  statusBy: z.string().max(30),
  statusAt: instant,
  /** What the last step of a needs or survey desk goes back to where it was pressed by mistake. */
  before: z
    .object({
      /** Only while the need still stands where that step put it. */
      stepTo: z.enum(needStatuses),
      status: z.enum(needStatuses),
      survey: z.enum(surveyDecisions),
      surveyOn: date.nullable(),
      surveyTime: line(60),
      outcome,
    })
    .nullable(),
  completedAt: instant.nullable(),
  /** When the work was last reported as done; stays when the need is taken up again, until a report says otherwise. */
  finishedAt: instant.nullable(),
  /** The need that this one turned out to be the same as; its number opens that one from then on. */
  mergedInto: id.nullable(),
})
export type Need = z.infer<typeof need>
export type NeedOutcome = Need['outcome']
export type GateReason = (typeof gateReasons)[number]

/** Who asked and where exactly: needs, survey and dispatch desks only. */
export const needContact = z.object({
  id,
  requesterName: line(60),
  requesterKana: line(60),
  /** Whether there is a number; the number itself is shown by an act of its own. */
  hasPhone: z.boolean(),
  relation: z.enum(relationsToHousehold),
  /** Whom to answer where it came by a 地域防災拠点 or the ward's headquarters (field guide 0, item 8). */
  replyTo: line(60),
  ...placeFields,
  landmark: line(120),
  /** Whether anything is written of what was said; the words are shown by an act of their own. */
  hasStory: z.boolean(),
  /** 住所非開示: no device holds it; the lead and the needs desk ask for it in writing. */
  withheld: z.boolean(),
})
export type NeedContact = z.infer<typeof needContact>

/** The requester's telephone number: shown to nobody who has not asked for it in writing. */
export const needPhone = z.object({ id, phone: z.string().max(15) })

/** What the caller said, as it was said: shown to nobody who has not asked for it in writing. */
export const needStory = z.object({ id, story: z.string().max(1000) })

/** What was said of a need's way in free words: it may tell of the people of the house. */
export const needReason = z.object({
  id,
  /** Why it is declined, referred, on hold, cancelled or taken up again. */
  reason: z.string().max(200),
  /** To whom it was referred. */
  referredTo: line(60),
  /** Why its gate was last opened; it speaks only while the gate is open. */
  openedBecause: z.string().max(200),
  /** What the reason and the addressee go back to with the last step. */
  earlier: z.string().max(200),
  earlierReferredTo: line(60),
})
export type NeedReason = z.infer<typeof needReason>

/** Before anything was said of a need's way, and after what was said is erased. */
export const nothingSaid = (id: string): NeedReason => ({
  id,
  reason: '',
  referredTo: '',
  openedBecause: '',
  earlier: '',
  earlierReferredTo: '',
})

/** A visit before dispatch (現地調査): may volunteers enter, how many, what work (field guide 2.4). */
export const siteSurvey = z.object({
  id,
  needId: id,
  at: instant,
  surveyedBy: z.string().max(60),
  met: z.boolean(),
  mayEnter: z.enum(['yes', 'no', 'conditional']),
  headcount: z.number().int().min(0).max(100),
  work: z.string().max(500),
  tools: z.array(z.string().max(30)).max(20),
  dangers: z.string().max(300),
  sticker: z.enum(stickers),
  roofWork: z.boolean(),
  note: z.string().max(500),
})
export type SiteSurvey = z.infer<typeof siteSurvey>
