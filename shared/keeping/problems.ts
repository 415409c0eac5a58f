import { definePhoneProblem, defineProblem, details } from '#shared/core/problem.ts'

/** No room on the disk: nothing was written, and the same act succeeds once there is room. */
export const diskFull = definePhoneProblem('keeping.diskFull', 503, details<object>)
/** The lead ends the day: what is sent now stays on its device until the center is open again. */
export const ending = definePhoneProblem('keeping.ending', 503, details<object>)
/** This process is not watched over: a person has to end it and start it again. */
export const restartByHand = defineProblem('keeping.restartByHand', 409, details<object>)

/** A file of somebody else has the place, or this system starts nothing in a way that is known here. */
export const autostartTaken = defineProblem('keeping.autostartTaken', 409, details<{ path: string }>)

/** Which of several copies may write. */
export const newerCenter = definePhoneProblem('keeping.newerCenter', 409, details<object>)
export const forkedCenter = definePhoneProblem('keeping.forkedCenter', 409, details<object>)

/** The key is locked with a badge of one's own, or one would lock oneself out. */
export const notYourBadge = defineProblem('keeping.notYourBadge', 422, details<object>)
