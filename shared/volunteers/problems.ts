import { definePhoneProblem, defineProblem, details } from '#shared/core/problem.ts'

export const receptionClosed = definePhoneProblem(
  'volunteers.receptionClosed',
  409,
  details<{ opensAt: string; closesAt: string }>,
)
/** Today's number is reached; the page offers the waiting list instead. */
export const dayFull = definePhoneProblem('volunteers.dayFull', 409, details<{ capacity: number }>)
/** Says no number: whoever knows a phone and a birth date would learn who is here. */
export const alreadyCheckedIn = definePhoneProblem('volunteers.alreadyCheckedIn', 409, details<object>)
/** Says nothing of what is stored: neither whether the phone nor whether the date fitted. */
export const notRecognised = definePhoneProblem('volunteers.notRecognised', 404, details<object>)
export const notBorn = definePhoneProblem('volunteers.notBorn', 422, details<object>)
/** Someone like this is in today's list; staff look before a second record is made. */
export const likelyDouble = defineProblem(
  'volunteers.likelyDouble',
  409,
  details<{ number: number; name: string; attendanceId: string }>,
)
export const stillOut = defineProblem('volunteers.stillOut', 409, details<{ number: number }>)
export const notWaiting = defineProblem('volunteers.notWaiting', 409, details<{ number: number; status: string }>)
