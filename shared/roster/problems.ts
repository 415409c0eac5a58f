import { definePhoneProblem, defineProblem, details } from '#shared/core/problem.ts'

/** Says no number: whoever knows a phone and a birth date would learn who is on the roster. */
export const alreadyRegistered = definePhoneProblem('roster.alreadyRegistered', 409, details<object>)
/** As of a person: it says no number. */
export const groupAlreadyRegistered = definePhoneProblem('roster.groupAlreadyRegistered', 409, details<object>)
export const linkNotKnown = definePhoneProblem('roster.linkNotKnown', 404, details<object>)
export const isWithdrawn = definePhoneProblem('roster.isWithdrawn', 409, details<{ code: string }>)
export const bornInFuture = definePhoneProblem('roster.bornInFuture', 422, details<object>)
export const insuredInFuture = definePhoneProblem('roster.insuredInFuture', 422, details<object>)

export const personRegistered = defineProblem('roster.personRegistered', 409, details<{ code: string }>)
/** Someone like this is known already, with their 登録番号 where they have one; staff look before a second record is made. */
export const likelyKnown = defineProblem('roster.likelyKnown', 409, details<{ name: string; code: string | null }>)
export const groupNameTaken = defineProblem('roster.groupNameTaken', 409, details<{ code: string }>)
export const alreadyRenewed = defineProblem('roster.alreadyRenewed', 409, details<{ code: string; year: number }>)
export const notRenewed = defineProblem('roster.notRenewed', 409, details<{ code: string; year: number }>)
export const yearNotOpen = defineProblem('roster.yearNotOpen', 422, details<{ year: number }>)
export const notWithdrawn = defineProblem('roster.notWithdrawn', 409, details<{ code: string }>)
/** Another desk, or the person, wrote in the meantime; `at` is the clock of the center. */
export const changedMeanwhile = defineProblem(
  'roster.changedMeanwhile',
  409,
  details<{ code: string; by: string; at: string }>,
)
