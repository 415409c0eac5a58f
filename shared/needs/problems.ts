import { defineProblem, details } from '#shared/core/problem.ts'
import type { GateReason, NeedStatus } from '#shared/needs/need.ts'

/** A household that may be the same has not been looked at (field guide 12b, invariant 4). */
export const likelyDouble = defineProblem(
  'needs.likelyDouble',
  409,
  details<{ householdIds: string[]; needNumbers: number[] }>,
)
/** Someone else wrote the text anew since the sender saw it; both texts stay in sight. */
export const changedMeanwhile = defineProblem(
  'needs.changedMeanwhile',
  409,
  details<{ number: number; by: string; at: string }>,
)
/** Someone else has asked the household since the sender saw its answers. */
export const askedMeanwhile = defineProblem(
  'needs.askedMeanwhile',
  409,
  details<{ number: number; by: string; at: string }>,
)
/** Someone else moved the need on since the sender saw it. */
export const movedMeanwhile = defineProblem(
  'needs.movedMeanwhile',
  409,
  details<{ number: number; status: NeedStatus; by: string; at: string }>,
)
/** It was merged into another; that one's number is the one to work with. */
export const isMerged = defineProblem('needs.isMerged', 409, details<{ number: number; kept: number }>)
export const wrongStep = defineProblem(
  'needs.wrongStep',
  409,
  details<{ number: number; from: NeedStatus; to: NeedStatus }>,
)
export const teamOnIt = defineProblem('needs.teamOnIt', 409, details<{ number: number; teams: number }>)
/** What a team would lack: the size of the job, the work in words, or the place. */
export const notReadyYet = defineProblem(
  'needs.notReadyYet',
  422,
  details<{ number: number; missing: ('headcount' | 'work' | 'place')[] }>,
)
export const livelihoodOutside = defineProblem('needs.livelihoodOutside', 409, details<{ number: number }>)
export const gateClosed = defineProblem(
  'needs.gateClosed',
  409,
  details<{ number: number; reasons: readonly GateReason[] }>,
)
export const gateNotClosed = defineProblem('needs.gateNotClosed', 409, details<{ number: number }>)
/** Nobody was met: the same visit, written down by somebody else before. */
export const notMetAlready = defineProblem(
  'needs.notMetAlready',
  409,
  details<{ number: number; count: number; minutes: number }>,
)
/** Another reason has come up since the sender decided to open the gate. */
export const gateChanged = defineProblem(
  'needs.gateChanged',
  409,
  details<{ number: number; reasons: readonly GateReason[] }>,
)
/** Nothing to reach the requester by: nobody could ever answer them. */
export const unreachable = defineProblem('needs.unreachable', 422, details<object>)
/** Whoever may not be visited by address has said so when asked: first they are asked again. */
export const addressRefused = defineProblem('needs.addressRefused', 409, details<{ number: number }>)
/** A sheet that was written by hand and keyed in later was not written later than it was keyed in. */
export const paperFromFuture = defineProblem('needs.paperFromFuture', 422, details<object>)
export const storyFull = defineProblem('needs.storyFull', 422, details<{ number: number; left: number }>)
export const reasonMissing = defineProblem('needs.reasonMissing', 422, details<{ number: number }>)
export const dateGone = defineProblem('needs.dateGone', 422, details<{ date: string }>)
export const nothingToAnswer = defineProblem('needs.nothingToAnswer', 409, details<{ number: number }>)
export const nothingToTakeBack = defineProblem('needs.nothingToTakeBack', 409, details<{ number: number }>)
