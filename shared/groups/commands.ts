import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { date, id, requiredLine } from '#shared/core/fields.ts'
import { groupTool, groupVisit, groupVisitContact } from '#shared/groups/group-visit.ts'
import { groupLimits } from '#shared/groups/limits.ts'
import { attendance, guardianConsents, insuranceSaid } from '#shared/volunteers/attendance.ts'
import { person, personContact } from '#shared/volunteers/person.ts'

const phone = z.union([z.string().regex(/^0\d{9,10}$/), z.literal('')])

/** One line of a group's list (名簿). A name is all that must be there; what is missing is marked, not refused. */
const listed = z.object({
  name: requiredLine(60),
  nameKana: person.shape.nameKana,
  phone,
  birthDate: z.union([date, z.literal('')]),
  sex: personContact.shape.sex,
  address: personContact.shape.address,
  /** What the line says of the insurance; null where it is the group's. */
  plan: attendance.shape.insurance.shape.plan.nullable(),
  skills: person.shape.skills,
})
export type Listed = z.infer<typeof listed>

const list = z.array(listed).max(groupLimits.people)
const unnamed = z.number().int().min(0).max(groupLimits.people)

/** What becomes of a group that is larger than the places left. The number of the day is never exceeded. */
const ifFull = z.enum(['refuse', 'waitingList', 'asManyAsFit'])

const ofGroup = z.object({ groupVisitId: id })

const brought = {
  vehicles: groupVisit.shape.vehicles.check(
    z.refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length),
  ),
  tools: z.array(groupTool).max(groupLimits.toolKinds),
  wishes: groupVisit.shape.wishes,
}

/** 団体の当日受付: the leader and the list, or the leader and how many are with them. One act, one transaction. */
export const checkInGroup = defineCommand('groups.checkInGroup', {
  may: ['reception.manage'],
  input: ofGroup.extend({
    groupId: id.nullable(),
    /** Today's reservation (活動予約) of the group, which has come with this. */
    reservationId: id.nullable().default(null),
    name: groupVisit.shape.name,
    leader: listed,
    onDayContact: groupVisitContact.shape.onDayContact,
    members: list,
    /** How many more there are whose names follow. */
    unnamed,
    insurance: insuranceSaid,
    /** Staff have seen the group's certificate or list of insurance. */
    insuranceSeen: z.boolean(),
    /** Said of the minors among them, and of everybody whose age is not known yet. */
    guardianConsent: z.enum(guardianConsents),
    ...brought,
    mayBeMixed: z.boolean(),
    consentVersion: attendance.shape.consentVersion,
    ifFull,
  }),
})

/** Gives the names that were to follow; who is known from an earlier day takes the place instead of a new person. */
export const nameMembers = defineCommand('groups.nameMembers', {
  may: ['reception.manage'],
  input: ofGroup.extend({
    members: list.min(1),
    /** What becomes of places that still have no name afterwards: they wait on, or nobody came for them. */
    rest: z.enum(['keep', 'cancel']),
    ifFull,
  }),
})

/** More people of a group that is here already. */
export const addToGroup = defineCommand('groups.addToGroup', {
  may: ['reception.manage'],
  input: ofGroup.extend({ members: list, unnamed, ifFull }).check(z.refine((it) => it.members.length + it.unnamed > 0)),
})

/** Fewer came than the leader said: takes away as many of those without a name, the last ones first. */
export const cancelUnnamed = defineCommand('groups.cancelUnnamed', {
  may: ['reception.manage'],
  input: ofGroup.extend({ count: unnamed.min(1) }),
})

/** Lets a group in from the waiting list, as many as there are places for. */
export const letInGroup = defineCommand('groups.letInGroup', { may: ['reception.manage'], input: ofGroup })

/** 退所 of the whole group in one act; who is still out or in a team stays, and is named. */
export const checkOutGroup = defineCommand('groups.checkOutGroup', {
  may: ['return.manage', 'reception.manage'],
  input: ofGroup,
})

/** Takes the last 退所 of a group back. */
export const undoCheckOutGroup = defineCommand('groups.undoCheckOutGroup', {
  may: ['return.manage', 'reception.manage'],
  input: ofGroup,
})

export const changeGroupVisit = defineCommand('groups.changeGroupVisit', {
  may: ['reception.manage'],
  input: ofGroup.extend({
    name: groupVisit.shape.name,
    leaderPhone: phone,
    onDayContact: groupVisitContact.shape.onDayContact,
    ...brought,
    basedOnSeq: z.number().int().min(0),
  }),
})

/** The leader agrees that others work in one team with the group, or no longer does. */
export const agreeToMix = defineCommand('groups.agreeToMix', {
  may: ['reception.manage', 'dispatch.manage'],
  input: ofGroup.extend({ agreed: z.boolean() }),
})

export const cancelGroup = defineCommand('groups.cancelGroup', { may: ['reception.manage'], input: ofGroup })
/** Takes a cancellation back: everybody who was cancelled with the group is here again. */
export const restoreGroup = defineCommand('groups.restoreGroup', { may: ['reception.manage'], input: ofGroup })

/** Keeps a group's paper list as a picture, so that its names can be keyed from it while the bus drives on. */
export const addListPicture = defineCommand('groups.addListPicture', {
  may: ['reception.manage'],
  input: ofGroup.extend({ photoId: id }),
})

/** Erases the picture of a list at once, and for good: the paper is still there. */
export const eraseListPicture = defineCommand('groups.eraseListPicture', {
  may: ['reception.manage', 'roster.manage'],
  input: z.object({ photoId: id }),
})

const some = ofGroup.extend({ attendanceIds: z.array(id).min(1).max(groupLimits.people) })

/** The insurance of several people of a group was seen at once; with a plan, that is what they have. */
export const confirmInsurance = defineCommand('groups.confirmInsurance', {
  may: ['reception.manage'],
  input: some.extend({ insurance: insuranceSaid.nullable() }),
})

/** The guardians' consents of several minors of a group were seen at once. */
export const confirmGuardians = defineCommand('groups.confirmGuardians', {
  may: ['reception.manage'],
  input: some.extend({ consent: z.enum(['given', 'accompanied']) }),
})
