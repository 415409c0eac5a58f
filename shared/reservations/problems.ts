import { definePhoneProblem, defineProblem, details } from '#shared/core/problem.ts'
import type { HalfDay, ReservationKind, ReservationStatus } from '#shared/reservations/reservation.ts'

/** Too early: the page counts down by the server's clock. */
export const notYetOpen = definePhoneProblem('reservations.notYetOpen', 409, details<{ date: string; clock: string }>)
export const closed = definePhoneProblem('reservations.closed', 409, details<{ date: string }>)
/** On the day itself people come to 当日受付; a reservation is made beforehand. */
export const tooLate = definePhoneProblem('reservations.tooLate', 409, details<{ date: string }>)
/** No place is free, and the sender did not want the waiting list. */
export const full = definePhoneProblem('reservations.full', 409, details<{ date: string }>)
/** Says no number: whoever knows a phone and a birth date would learn who comes. */
export const alreadyReserved = definePhoneProblem('reservations.alreadyReserved', 409, details<{ date: string }>)
export const tooMany = definePhoneProblem('reservations.tooMany', 422, details<{ most: number }>)
export const groupUnnamed = definePhoneProblem('reservations.groupUnnamed', 422, details<object>)
export const birthDateAhead = definePhoneProblem('reservations.birthDateAhead', 422, details<object>)
export const unknownLink = definePhoneProblem('reservations.unknownLink', 404, details<object>)
/** Its status does not allow the act; the screen may have been a moment behind. */
export const notInThisStatus = definePhoneProblem(
  'reservations.notInThisStatus',
  409,
  details<{ number: number; status: ReservationStatus }>,
)
export const dateTaken = defineProblem('reservations.dateTaken', 409, details<{ date: string }>)
export const datePast = defineProblem('reservations.datePast', 422, details<{ date: string }>)
/** Opens only once the day is over. */
export const opensTooLate = defineProblem('reservations.opensTooLate', 422, details<{ date: string }>)
/** A place that was given is not taken away by a smaller number. */
export const belowBooked = defineProblem(
  'reservations.belowBooked',
  409,
  details<{ half: HalfDay; kind: ReservationKind; booked: number }>,
)
/** Nobody is a no-show before the day has come. */
export const dayNotCome = defineProblem('reservations.dayNotCome', 409, details<{ date: string }>)
/** Another desk changed the numbers after this one looked. */
export const capsChangedMeanwhile = defineProblem('reservations.capsChangedMeanwhile', 409, details<{ date: string }>)
