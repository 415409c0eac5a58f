import { defineProblem, details } from '#shared/core/problem.ts'

export const sameRecord = defineProblem('doubles.sameRecord', 422, details<object>)
/** One of the two has been merged already, also by another desk a moment ago. */
export const alreadyMerged = defineProblem('doubles.alreadyMerged', 409, details<{ label: string; into: string }>)
export const changedSince = defineProblem(
  'doubles.changedSince',
  409,
  details<{ label: string; by: string; at: string }>,
)
/** The other one of the two has to be kept: it has a team, is still open, or is registered. */
export const keepTheOther = defineProblem(
  'doubles.keepTheOther',
  409,
  details<{ label: string; why: 'team' | 'open' | 'registered' }>,
)
/** Teams hold both needs; one of them has to be done first. */
export const bothBusy = defineProblem('doubles.bothBusy', 409, details<{ one: number; other: number }>)
/** Both check-ins of today stand in a team, by their numbers. */
export const bothInTeams = defineProblem('doubles.bothInTeams', 409, details<{ one: number; other: number }>)
export const alreadyUndone = defineProblem('doubles.alreadyUndone', 409, details<{ by: string; at: string }>)
export const tooLateToUnmerge = defineProblem('doubles.tooLateToUnmerge', 409, details<{ date: string }>)
/** What was kept has been merged into a third since; that has to be taken back first. */
export const mergedOn = defineProblem('doubles.mergedOn', 409, details<{ label: string }>)
/** Another desk has given this check-in to somebody else meanwhile. */
export const reassignedMeanwhile = defineProblem('doubles.reassignedMeanwhile', 409, details<{ number: number }>)
/** The person it should be has a check-in of their own today. */
export const isHereAlready = defineProblem('doubles.isHereAlready', 409, details<{ number: number; other: number }>)
export const samePerson = defineProblem('doubles.samePerson', 422, details<{ number: number }>)
/** A printed work order or a team that has left carries the name. */
export const teamHasThem = defineProblem('doubles.teamHasThem', 409, details<{ number: number; team: number }>)
export const cannotTakeBack = defineProblem('doubles.cannotTakeBack', 409, details<object>)
/** The check-in was cancelled for another of the same person; the merge has to be taken back first. */
export const cancelledByMerge = defineProblem(
  'doubles.cancelledByMerge',
  409,
  details<{ number: number; standing: number }>,
)
/** 住所非開示: laid side by side, records would show where the household is. */
export const addressIsWithheld = defineProblem('doubles.addressIsWithheld', 403, details<object>)
