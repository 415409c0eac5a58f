import { definePhoneProblem, defineProblem, details } from '#shared/core/problem.ts'

export const alreadySetUp = defineProblem('center.alreadySetUp', 409, details<{ name: string }>)
export const notSetUp = definePhoneProblem('center.notSetUp', 409, details<object>)
export const noOpenDay = definePhoneProblem('center.noOpenDay', 409, details<object>)
export const dayAlreadyOpen = defineProblem('center.dayAlreadyOpen', 409, details<{ date: string }>)
export const dayExists = defineProblem('center.dayExists', 409, details<{ date: string }>)
export const dayIsClosed = defineProblem('center.dayIsClosed', 409, details<{ date: string }>)
export const wifiPasswordTooShort = defineProblem('center.wifiPasswordTooShort', 422, details<object>)
export const hoursReversed = defineProblem('center.hoursReversed', 422, details<{ from: string; to: string }>)
