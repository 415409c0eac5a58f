import { z } from 'zod'
import { deskName, handOver, newDesk, ownDesk, profileChange, seat } from '#shared/center/desk.ts'
import { defineCommand } from '#shared/core/command.ts'
import { id, text } from '#shared/core/fields.ts'

/**
 * Changes the center's form (体制) in mid-course: its profile, who sits where, and whether phones may check in. Like all
 * acts here that can widen somebody's rights it asks for the PIN; adding a desk seats nobody, and splitting one only
 * takes work away.
 */
export const changeProfile = defineCommand('center.changeProfile', {
  may: ['center.lead'],
  stepUp: true,
  input: z.object({
    changeId: id,
    from: profileChange.shape.fromProfile,
    to: profileChange.shape.toProfile,
    /** Whoever is not named sits where the proposal puts them. */
    seats: z.array(seat).max(200),
    /** Asked only while a day is open; null leaves it as it is. */
    publicReception: z.boolean().nullable(),
  }),
})

/** Takes a change of the form back, until the first record made under it. */
export const undoProfileChange = defineCommand('center.undoProfileChange', {
  may: ['center.lead'],
  stepUp: true,
  input: z.object({ changeId: id }),
})

/** Adds a desk that does the same work as one of the profiles' desks. */
export const addDesk = defineCommand('center.addDesk', {
  may: ['center.lead'],
  input: newDesk.extend({ work: ownDesk.shape.work, lanes: ownDesk.shape.lanes }),
})

/** Makes one desk of two: its people, its work, its lanes. */
export const mergeDesks = defineCommand('center.mergeDesks', {
  may: ['center.lead'],
  stepUp: true,
  input: z.object({ from: deskName, into: deskName, label: ownDesk.shape.label }),
})

/** Makes two desks of one: some of its work, its lanes or its people go over to the new one. */
export const splitDesk = defineCommand('center.splitDesk', {
  may: ['center.lead'],
  input: newDesk.extend({
    from: deskName,
    /** The work that goes over; empty where both do the same. */
    work: z.array(ownDesk.shape.work.element).max(9),
    lanes: ownDesk.shape.lanes,
    staffIds: z.array(id).max(60),
  }),
})

/** Hands a desk over to another person, with what they must know (引継ぎ). A desk left open must not give itself away. */
export const handOverDesk = defineCommand('center.handOverDesk', {
  may: ['staff'],
  stepUp: true,
  input: handOver
    .pick({ deskName: true, fromStaffId: true, toStaffId: true })
    .extend({ handOverId: id, note: text(500) }),
})

/** The new person has read what they were told. */
export const acknowledgeHandOver = defineCommand('center.acknowledgeHandOver', {
  may: ['staff'],
  input: z.object({ handOverId: id }),
})
