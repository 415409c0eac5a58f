import { defineProblem, details } from '#shared/core/problem.ts'

/** Fewer places are left than the group needs; staff choose between the waiting list and as many as fit. */
export const notEnoughPlaces = defineProblem(
  'groups.notEnoughPlaces',
  409,
  details<{ free: number; headcount: number }>,
)
/** Nobody's name is to follow: there is nothing for which a picture of the list could be kept. */
export const namesAreIn = defineProblem('groups.namesAreIn', 409, details<{ group: number }>)
export const enoughListPictures = defineProblem(
  'groups.enoughListPictures',
  409,
  details<{ group: number; most: number }>,
)
export const tooMany = defineProblem('groups.tooMany', 422, details<{ most: number }>)
export const notHere = defineProblem(
  'groups.notHere',
  409,
  details<{ group: number; status: 'here' | 'left' | 'cancelled' }>,
)
/** Some stand in a team or are out, or have been: the group cannot be undone as a whole. */
export const atWork = defineProblem('groups.atWork', 409, details<{ group: number; people: number }>)
export const nobodyToLeave = defineProblem('groups.nobodyToLeave', 409, details<{ group: number; out: number }>)
export const nobodyWaits = defineProblem('groups.nobodyWaits', 409, details<{ group: number }>)
/** Others came earlier and wait for the same places. */
export const othersWait = defineProblem('groups.othersWait', 409, details<{ first: number }>)
export const noPlaces = defineProblem('groups.noPlaces', 409, details<{ capacity: number }>)
export const notSoManyUnnamed = defineProblem('groups.notSoManyUnnamed', 409, details<{ left: number }>)
/** A date or a time that has not come yet; `line` is the line of the list, from 1, where it is one of the list's. */
export const inFuture = defineProblem(
  'groups.inFuture',
  422,
  details<{ what: 'birthDate' | 'insurance' | 'arrival'; line: number | null }>,
)
/** The same person stands twice in one list. */
export const twiceInList = defineProblem('groups.twiceInList', 422, details<{ line: number; other: number }>)
/** Somebody of the list came with another group today. */
export const inOtherGroup = defineProblem('groups.inOtherGroup', 409, details<{ line: number; group: number }>)
export const notOfGroup = defineProblem('groups.notOfGroup', 409, details<{ group: number }>)
export const changedMeanwhile = defineProblem(
  'groups.changedMeanwhile',
  409,
  details<{ group: number; by: string; at: string }>,
)
