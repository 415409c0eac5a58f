import { z } from 'zod'
import { id } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import {
  ownToken,
  reservation,
  reservationCaps,
  reservationContact,
  reservationDay,
  reservationStatuses,
} from '#shared/reservations/reservation.ts'

/** One reservation as a desk finds it; how to reach the person only where the desk may know. */
const found = z.object({
  reservation,
  contact: reservationContact.nullable(),
  /** The place on the waiting list, from 1; null where none is waited for. */
  place: z.number().int().nullable(),
  /** What the person shows: Y1124-0012-K. */
  code: z.string(),
  /** The person of the roster or of an earlier day who reserved, where reception knows them. */
  personId: id.nullable(),
})
export type FoundReservation = z.infer<typeof found>

/** Reception's search on the day: by the code of the page, or by words (name, kana, phone, number). */
export const findForDesk = defineRead('reservations.findForDesk', {
  may: ['roster.manage', 'reception.manage'],
  holds: ['reservation', 'reservationContact'],
  input: z.object({
    words: z.string().trim().max(60),
    /** Without a date the open day's. */
    date: z.iso.date().nullable(),
  }),
  answer: z.object({ found: z.array(found) }),
})

/** One date as the desk sees it: counts per half-day and kind, and one page of its list. */
export const listDay = defineRead('reservations.listDay', {
  may: ['roster.manage'],
  holds: ['reservation', 'reservationContact'],
  input: z.object({
    reservationDayId: id,
    words: z.string().trim().max(60),
    status: z.enum(reservationStatuses).nullable(),
    /** How many to pass over; a page is fifty. */
    skip: z.number().int().min(0).max(100_000),
  }),
  answer: z.object({
    booked: reservationCaps,
    waiting: reservationCaps,
    arrived: z.number().int(),
    total: z.number().int(),
    found: z.array(found),
  }),
})
export type DayList = z.infer<typeof listDay.answer>

/** The groups of the coming dates, soonest first: which group comes when. */
export const comingGroups = defineRead('reservations.comingGroups', {
  may: ['roster.manage'],
  holds: ['reservation', 'reservationContact'],
  input: z.strictObject({}),
  answer: z.object({ found: z.array(found) }),
})

/** What the page of somebody's own reservation shows; it says no name. */
export const readOwn = defineRead('reservations.readOwn', {
  may: ['public'],
  holds: [],
  input: z.object({ ownToken }),
  answer: z.object({
    reservationId: id,
    date: reservationDay.shape.date,
    number: z.number().int(),
    status: z.enum(reservationStatuses),
    halves: reservation.shape.halves,
    headcount: z.number().int(),
    place: z.number().int().nullable(),
    code: z.string(),
  }),
})
export type OwnReservation = z.infer<typeof readOwn.answer>
