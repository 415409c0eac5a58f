import { z } from 'zod'
import { date, id, instant, line, requiredLine } from '#shared/core/fields.ts'
import { languages } from '#shared/core/language.ts'
import { type halfDays, limits, reservationKinds, wishedHalves } from '#shared/reservations/limits.ts'

/** The two halves of a day; places are counted in each. */
export type HalfDay = (typeof halfDays)[number]

/** What one may reserve: half a day, or both halves at once. */
export type WishedHalves = (typeof wishedHalves)[number]

/** Places are kept apart for people of the ward, for groups, and for people from outside the ward. */
export type ReservationKind = (typeof reservationKinds)[number]

const places = z.number().int().min(0).max(limits.mostPlaces)
const capsOfHalf = z.object({ individual: places, group: places, outside: places })

/** How many places there are, per half-day and kind. */
export const reservationCaps = z.object({ morning: capsOfHalf, afternoon: capsOfHalf })
export type ReservationCaps = z.infer<typeof reservationCaps>

/** A date on which places may be reserved (活動予約); everyone may know it. */
export const reservationDay = z.object({
  id,
  date,
  /** From when phones may reserve. */
  opensAt: instant,
  status: z.enum(['open', 'closed']),
  caps: reservationCaps,
  /** Whether 当日受付 keeps the places of those who have reserved and not yet come. */
  keepsPlaces: z.boolean(),
})
export type ReservationDay = z.infer<typeof reservationDay>

export const reservationStatuses = ['booked', 'waiting', 'cancelled', 'checkedIn', 'noShow'] as const
export type ReservationStatus = (typeof reservationStatuses)[number]

/** One reservation (活動予約): a place on a date, or a place on its waiting list. No registration, and no check-in. */
export const reservation = z.object({
  id,
  reservationDayId: id,
  date,
  /** 予約番号: a counter of the date, never used again. */
  number: z.number().int().min(1),
  status: z.enum(reservationStatuses),
  halves: z.enum(wishedHalves),
  kind: z.enum(reservationKinds),
  headcount: z.number().int().min(1).max(limits.mostInGroup),
  name: requiredLine(limits.name),
  nameKana: requiredLine(limits.name),
  groupName: line(limits.groupName),
  language: z.enum(languages),
  /** The order of arrival: the number of the command that made it. The waiting list is asked in this order. */
  turn: z.number().int().min(1),
  reservedAt: instant,
  statusAt: instant,
  /** Who typed it in for somebody on the telephone. */
  keyedBy: z.string().max(30).nullable(),
  /** The check-in it led to. */
  attendanceId: id.nullable(),
})
export type Reservation = z.infer<typeof reservation>

/** How to reach who reserved: reception and first aid only. */
export const reservationContact = z.object({
  id,
  reservationDayId: id,
  /** Digits only, as `normalisePhone` gives them. */
  phone: z.string().max(15),
  birthDate: date,
  email: line(limits.email),
  address: line(limits.address),
})
export type ReservationContact = z.infer<typeof reservationContact>

/** The token of a reservation's own page: 128 bits made by the sender; stored hashed, in no log and in no answer. */
export const ownToken = z.string().regex(/^[0-9a-f]{32}$/)
