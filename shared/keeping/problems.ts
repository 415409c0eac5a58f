import { definePhoneProblem, defineProblem, details } from '#shared/core/problem.ts'

/** No room on the disk: nothing was written, and the same act succeeds once there is room. */
export const diskFull = definePhoneProblem('keeping.diskFull', 503, details<object>)
/** This process is not watched over: a person has to end it and start it again. */
export const restartByHand = defineProblem('keeping.restartByHand', 409, details<object>)
