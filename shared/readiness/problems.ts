import { defineProblem, details } from '#shared/core/problem.ts'

/** There are lists already: another desk adopted them. */
export const listsAdopted = defineProblem('readiness.listsAdopted', 409, details<object>)
export const itemDone = defineProblem('readiness.itemDone', 409, details<{ text: string }>)
export const itemNotDone = defineProblem('readiness.itemNotDone', 409, details<{ text: string }>)
export const decisionWithdrawn = defineProblem('readiness.decisionWithdrawn', 409, details<object>)
export const alreadyReady = defineProblem('readiness.alreadyReady', 409, details<{ at: string }>)
export const notReady = defineProblem('readiness.notReady', 409, details<object>)
export const countMissing = defineProblem('readiness.countMissing', 422, details<object>)
export const nothingToTakeBack = defineProblem('readiness.nothingToTakeBack', 409, details<{ name: string }>)
export const issueSettled = defineProblem('readiness.issueSettled', 409, details<object>)
export const issueOpen = defineProblem('readiness.issueOpen', 409, details<object>)
export const putAwayAlready = defineProblem('readiness.putAwayAlready', 409, details<object>)
export const notPutAway = defineProblem('readiness.notPutAway', 409, details<object>)
