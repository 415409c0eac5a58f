import { defineProblem, details } from '#shared/core/problem.ts'

/** A second stop would only make everyone acknowledge twice. */
export const alreadyStopped = defineProblem('messages.alreadyStopped', 409, details<{ at: string; by: string }>)
export const alreadyLifted = defineProblem('messages.alreadyLifted', 409, details<object>)
export const reasonMissing = defineProblem('messages.reasonMissing', 422, details<object>)
/** A shortened day ends after now and before it would have ended anyway. */
export const unfitReturnTime = defineProblem(
  'messages.unfitReturnTime',
  422,
  details<{ earliest: string; latest: string }>,
)
