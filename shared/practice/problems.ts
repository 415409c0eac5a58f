import { definePhoneProblem, defineProblem, details } from '#shared/core/problem.ts'

/** Everything of a drill is refused in a center whose records are real. */
export const notADrill = definePhoneProblem('practice.notADrill', 409, details<object>)
export const drillAlreadyStarted = defineProblem('practice.drillAlreadyStarted', 409, details<{ title: string }>)
export const drillOver = definePhoneProblem('practice.drillOver', 409, details<{ at: string }>)
/** Somebody was quicker: it was given, answered or left out before. */
export const injectMoved = defineProblem(
  'practice.injectMoved',
  409,
  details<{ title: string; state: string; at: string; by: string }>,
)
/** A drill's time only goes on. */
export const timeGoesOn = defineProblem('practice.timeGoesOn', 422, details<{ now: string }>)
/** The lead's desk is not for whoever scans a poster. */
export const deskNotForJoining = definePhoneProblem('practice.deskNotForJoining', 409, details<object>)
export const deskMissing = definePhoneProblem('practice.deskMissing', 422, details<object>)
export const pinMissing = definePhoneProblem('practice.pinMissing', 422, details<object>)
/** Every card of this part is taken. */
export const noCardLeft = definePhoneProblem('practice.noCardLeft', 409, details<object>)
export const notTakingPart = definePhoneProblem('practice.notTakingPart', 404, details<object>)
export const noDevicesOff = defineProblem('practice.noDevicesOff', 409, details<object>)
export const alreadyDevicesOff = defineProblem('practice.alreadyDevicesOff', 409, details<{ from: string }>)
