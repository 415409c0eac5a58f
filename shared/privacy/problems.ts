import { defineProblem, details } from '#shared/core/problem.ts'

export const stillHere = defineProblem('privacy.stillHere', 409, details<{ number: number }>)
export const stillOpen = defineProblem('privacy.stillOpen', 409, details<{ need: number }>)
export const erasedBefore = defineProblem('privacy.erasedBefore', 409, details<object>)
