import { definePhoneProblem, defineProblem, details } from '#shared/core/problem.ts'
import type { AttendanceStatus } from '#shared/volunteers/attendance.ts'

export const receptionClosed = definePhoneProblem(
  'volunteers.receptionClosed',
  409,
  details<{ opensAt: string; closesAt: string }>,
)
/** Today's number is reached; the page offers the waiting list instead. */
export const dayFull = definePhoneProblem('volunteers.dayFull', 409, details<{ capacity: number; kept?: number }>)
/** Says no number: whoever knows a phone and a birth date would learn who is here. */
export const alreadyCheckedIn = definePhoneProblem('volunteers.alreadyCheckedIn', 409, details<object>)
/** Says nothing of what is stored: neither whether the phone nor whether the date fitted. */
export const notRecognised = definePhoneProblem('volunteers.notRecognised', 404, details<object>)
export const notBorn = definePhoneProblem('volunteers.notBorn', 422, details<object>)

/** Someone like this is known already, with today's number if they are here; staff look before a second record is made. */
export const likelyDouble = defineProblem(
  'volunteers.likelyDouble',
  409,
  details<{ name: string; number: number | null }>,
)
export const stillOut = defineProblem('volunteers.stillOut', 409, details<{ number: number }>)
export const inTeam = defineProblem('volunteers.inTeam', 409, details<{ number: number }>)
/** The person's status does not allow the act; the screen may have been a moment behind. */
export const notInThisStatus = defineProblem(
  'volunteers.notInThisStatus',
  409,
  details<{ number: number; status: AttendanceStatus }>,
)
/** The waiting list is let in in its order. */
export const othersAhead = defineProblem('volunteers.othersAhead', 409, details<{ first: number }>)
export const isGrownUp = defineProblem('volunteers.isGrownUp', 422, details<{ number: number }>)
/** A pupil of a primary school comes with a guardian; a signature alone does not do. */
export const mustBeAccompanied = defineProblem('volunteers.mustBeAccompanied', 422, details<{ number: number }>)
/** Another desk wrote in the meantime; `at` is the clock of the center. */
export const changedMeanwhile = defineProblem(
  'volunteers.changedMeanwhile',
  409,
  details<{ number: number; by: string; at: string }>,
)
export const joinedInFuture = defineProblem('volunteers.joinedInFuture', 422, details<object>)
export const paperFromFuture = defineProblem('volunteers.paperFromFuture', 422, details<object>)
