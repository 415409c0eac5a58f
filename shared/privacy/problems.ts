import { defineProblem, details } from '#shared/core/problem.ts'

export const stillHere = defineProblem('privacy.stillHere', 409, details<{ number: number }>)
export const stillOpen = defineProblem('privacy.stillOpen', 409, details<{ need: number }>)
export const erasedBefore = defineProblem('privacy.erasedBefore', 409, details<object>)
export const alreadyClosed = defineProblem('privacy.alreadyClosed', 409, details<{ on: string }>)
export const notClosed = defineProblem('privacy.notClosed', 409, details<object>)
export const dayStillOpen = defineProblem('privacy.dayStillOpen', 409, details<{ date: string }>)
export const needsStillOpen = defineProblem('privacy.needsStillOpen', 409, details<{ count: number }>)
export const centerIsClosed = defineProblem('privacy.centerIsClosed', 409, details<{ on: string }>)
export const postponedTooFar = defineProblem('privacy.postponedTooFar', 422, details<{ from: string; to: string }>)
