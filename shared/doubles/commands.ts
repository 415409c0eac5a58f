import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { date, id, requiredLine } from '#shared/core/fields.ts'
import { householdChoices, needChoices, personChoices } from '#shared/doubles/choices.ts'
import { mergeKinds } from '#shared/doubles/merge.ts'

const seen = z.number().int().min(0)

/** Which record is kept, which is merged into it, and in which state the sender saw both. */
const two = { mergeId: id, keptId: id, mergedId: id, basedOn: z.object({ kept: seen, merged: seen }) }

/** Two records of one person become one; `take` names what is taken from the merged one. */
export const mergePersons = defineCommand('doubles.mergePersons', {
  may: ['reception.manage', 'roster.manage'],
  input: z.object({ ...two, take: z.array(z.enum(personChoices)).max(personChoices.length) }),
})

export const mergeHouseholds = defineCommand('doubles.mergeHouseholds', {
  may: ['needs.manage'],
  input: z.object({ ...two, take: z.array(z.enum(householdChoices)).max(householdChoices.length) }),
})

export const mergeNeeds = defineCommand('doubles.mergeNeeds', {
  may: ['needs.manage'],
  input: z.object({ ...two, take: z.array(z.enum(needChoices)).max(needChoices.length) }),
})

/** Takes a merge back within its day: both records are two again, and what was written since stays. */
export const unmerge = defineCommand('doubles.unmerge', {
  may: ['reception.manage', 'roster.manage', 'needs.manage'],
  input: z.object({ mergeId: id }),
})

/** 別の人です: these two are not one, and are not shown as likely doubles again. */
export const sayTheyAreTwo = defineCommand('doubles.sayTheyAreTwo', {
  may: ['reception.manage', 'roster.manage', 'needs.manage'],
  input: z.object({ notDoubleId: id, kind: z.enum(mergeKinds), oneId: id, otherId: id }),
})

export const takeBackTwo = defineCommand('doubles.takeBackTwo', {
  may: ['reception.manage', 'roster.manage', 'needs.manage'],
  input: z.object({ notDoubleId: id }),
})

/** Somebody whom nobody has on record yet; the rest is corrected afterwards. */
const newcomer = z.object({
  name: requiredLine(60),
  nameKana: requiredLine(60),
  phone: z.string().regex(/^0\d{9,10}$/),
  birthDate: date,
})

/** Today's check-in was given to the wrong person: its number, page and team stay, the person is another. */
export const reassignCheckIn = defineCommand('doubles.reassignCheckIn', {
  may: ['reception.manage'],
  input: z.object({
    reassignmentId: id,
    attendanceId: id,
    /** Whose check-in it was when the sender looked. */
    fromPersonId: id,
    personId: id,
    /** Filled in where `personId` is new. */
    newcomer: newcomer.nullable(),
  }),
})

export const takeBackReassignment = defineCommand('doubles.takeBackReassignment', {
  may: ['reception.manage'],
  input: z.object({ reassignmentId: id }),
})
