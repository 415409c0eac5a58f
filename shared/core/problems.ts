import { definePhoneProblem, defineProblem, details, type First } from '#shared/core/problem.ts'
import type { StopReason } from '#shared/keeping/keeping-state.ts'

/** What any door may answer. Permission is checked before existence, and both say the same to someone without rights. */
export const notAllowed = definePhoneProblem('core.notAllowed', 403, details<object>)
export const notSignedIn = definePhoneProblem('core.notSignedIn', 401, details<object>)
export const notFound = definePhoneProblem('core.notFound', 404, details<{ kind: string }>)
export const unknownCommand = definePhoneProblem('core.unknownCommand', 404, details<{ type: string }>)
export const malformed = definePhoneProblem('core.malformed', 400, details<object>)
export const unfitInput = definePhoneProblem(
  'core.unfitInput',
  422,
  details<{ fields: { path: string; code: string }[] }>,
)
export const tooLarge = definePhoneProblem('core.tooLarge', 413, details<object>)
export const otherBodySameId = definePhoneProblem('core.otherBodySameId', 422, details<object>)
export const tooManyTries = definePhoneProblem('core.tooManyTries', 429, details<{ seconds: number }>)
/** Not a refusal of what was sent: the device keeps it and sends it again a little later. */
export const tooManyAtOnce = definePhoneProblem('core.tooManyAtOnce', 429, details<{ seconds: number }>)
export const readOnly = definePhoneProblem('core.readOnly', 503, details<{ reason: StopReason }>)
export const internal = definePhoneProblem('core.internal', 500, details<object>)
export const wrongHost = definePhoneProblem('core.wrongHost', 403, details<object>)
/** Somebody else wrote the same since the sender looked: the screen shows both, and nothing that was typed is lost. */
export const changedMeanwhile = defineProblem('core.changedMeanwhile', 409, details<{ first?: First }>)
/** Another person has sat down at this device meanwhile: an act is never sent as somebody else's. */
export const otherAuthor = defineProblem('core.otherAuthor', 409, details<object>)
