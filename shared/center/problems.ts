import { definePhoneProblem, defineProblem, details } from '#shared/core/problem.ts'

export const alreadySetUp = defineProblem('center.alreadySetUp', 409, details<{ name: string }>)
export const notSetUp = definePhoneProblem('center.notSetUp', 409, details<object>)
export const noOpenDay = definePhoneProblem('center.noOpenDay', 409, details<object>)
export const dayAlreadyOpen = defineProblem('center.dayAlreadyOpen', 409, details<{ date: string }>)
export const dayExists = defineProblem('center.dayExists', 409, details<{ date: string }>)
export const dayChangedMeanwhile = defineProblem('center.dayChangedMeanwhile', 409, details<{ by: string; at: string }>)
export const dayIsClosed = defineProblem('center.dayIsClosed', 409, details<{ date: string }>)
export const wifiPasswordTooShort = defineProblem('center.wifiPasswordTooShort', 422, details<object>)
export const hoursReversed = defineProblem('center.hoursReversed', 422, details<{ from: string; to: string }>)
export const alreadyInForm = defineProblem('center.alreadyInForm', 409, details<{ now: string }>)
export const leftWithoutDesk = defineProblem('center.leftWithoutDesk', 422, details<{ name: string }>)
export const changeUndone = defineProblem('center.changeUndone', 409, details<object>)
export const laterChange = defineProblem('center.laterChange', 409, details<object>)
export const tooLateToUndo = defineProblem(
  'center.tooLateToUndo',
  409,
  details<{ type: string; by: string; at: string }>,
)
export const deskNameTaken = defineProblem('center.deskNameTaken', 409, details<{ label: string }>)
export const tooManyDesks = defineProblem('center.tooManyDesks', 409, details<{ most: number }>)
export const unknownOwnDesk = defineProblem('center.unknownOwnDesk', 409, details<{ desk: string }>)
export const oneDesk = defineProblem('center.oneDesk', 422, details<object>)
export const nothingLeft = defineProblem('center.nothingLeft', 422, details<object>)
export const deskHasAnother = defineProblem('center.deskHasAnother', 409, details<object>)
export const deskTaken = defineProblem('center.deskTaken', 409, details<object>)
