import { z } from 'zod'
import { defineCommand } from '#shared/core/command.ts'
import { basedOnSeq, date, id } from '#shared/core/fields.ts'
import { limits } from '#shared/reservations/limits.ts'
import {
  ownToken,
  reservation,
  reservationCaps,
  reservationContact,
  reservationDay,
} from '#shared/reservations/reservation.ts'

const ofDay = z.object({ reservationDayId: id })
const ofOne = z.object({ reservationId: id })

/** Opens a date for reservations, with its places and from when phones may reserve. */
export const openReservations = defineCommand('reservations.openReservations', {
  may: ['roster.manage'],
  input: reservationDay.pick({ opensAt: true, caps: true, keepsPlaces: true }).extend({ reservationDayId: id, date }),
})

/** Changes the places of a date; what becomes free goes to the waiting list in its order. */
export const changeCaps = defineCommand('reservations.changeCaps', {
  may: ['roster.manage'],
  input: ofDay.extend({
    caps: reservationCaps,
    opensAt: reservationDay.shape.opensAt,
    keepsPlaces: z.boolean(),
    /** What the sender saw, so that two desks do not undo each other. */
    basedOn: reservationCaps,
  }),
})

/** Closes a date to new reservations, or opens it again. */
export const setReservationsOpen = defineCommand('reservations.setReservationsOpen', {
  may: ['roster.manage'],
  input: ofDay.extend({ open: z.boolean() }),
})

const form = z.object({
  reservationId: id,
  reservationDayId: id,
  halves: reservation.shape.halves,
  kind: reservation.shape.kind,
  headcount: reservation.shape.headcount,
  name: reservation.shape.name,
  nameKana: reservation.shape.nameKana,
  groupName: reservation.shape.groupName,
  language: reservation.shape.language,
  phone: z.string().regex(/^0\d{9,10}$/),
  birthDate: date,
  email: reservationContact.shape.email,
  address: reservationContact.shape.address,
  /** Whether to wait where no place is free. */
  waitIfFull: z.boolean(),
})

/** 活動予約 from a person's own phone. */
export const reserve = defineCommand('reservations.reserve', {
  may: ['public'],
  input: form.extend({ ownToken }),
  secret: ['ownToken'],
})

/** 代行: staff type for somebody on the telephone. */
export const reserveByStaff = defineCommand('reservations.reserveByStaff', {
  may: ['roster.manage'],
  input: form,
})

/** Somebody gives their own place back, known by the token of their page. */
export const cancelOwn = defineCommand('reservations.cancelOwn', {
  may: ['public'],
  input: z.object({ reservationId: id, ownToken }),
  secret: ['ownToken'],
})

export const cancel = defineCommand('reservations.cancel', { may: ['roster.manage'], input: ofOne })
/** Takes a cancellation back; where the place is gone meanwhile, the person waits in their old turn. */
export const restore = defineCommand('reservations.restore', { may: ['roster.manage'], input: ofOne })

/** Says that who reserved has come; where reception has checked them in, with that check-in. */
export const markCheckedIn = defineCommand('reservations.markCheckedIn', {
  may: ['roster.manage', 'reception.manage'],
  input: ofOne.extend({ attendanceId: id.nullable() }),
})

/** Takes that back. */
export const undoCheckedIn = defineCommand('reservations.undoCheckedIn', {
  may: ['roster.manage', 'reception.manage'],
  input: ofOne,
})

/** On the day: releases the places of all who have not come, and closes the date. */
export const releaseNoShows = defineCommand('reservations.releaseNoShows', {
  may: ['roster.manage'],
  input: ofDay,
})

/**
 * More places were promised than the day has: puts the last reservations back onto the waiting list until so many people
 * fewer are expected, and lowers the places of the date to those that are left.
 */
export const waitBeyond = defineCommand('reservations.waitBeyond', {
  may: ['roster.manage'],
  input: ofDay.extend({ people: z.number().int().min(1).max(limits.mostPlaces), basedOnSeq }),
})
