import { defineProblem, details } from '#shared/core/problem.ts'

export const wrongPin = defineProblem('access.wrongPin', 401, details<{ left: number }>)
export const unknownStaff = defineProblem('access.unknownStaff', 401, details<object>)
export const nameTaken = defineProblem('access.nameTaken', 409, details<{ name: string }>)
export const unknownDesk = defineProblem('access.unknownDesk', 422, details<{ desk: string }>)
export const lastLead = defineProblem('access.lastLead', 409, details<{ name: string }>)
/** The PIN has to be proved anew before this act; the same act is then sent again. */
export const stepUpNeeded = defineProblem('access.stepUpNeeded', 403, details<object>)
/** This device has not met this person's badge lately. It says the same of names that nobody has. */
export const badgeNeeded = defineProblem('access.badgeNeeded', 401, details<object>)
export const unknownBadge = defineProblem('access.unknownBadge', 401, details<object>)
/** Another lead has to consent at this desk; the same act is then sent again. */
export const secondPersonNeeded = defineProblem('access.secondPersonNeeded', 403, details<{ others: number }>)
/** It was put down to wait: it is carried out once another lead approves, or a day later where no other is there. */
export const actWaits = defineProblem('access.actWaits', 409, details<object>)
export const actRefused = defineProblem('access.actRefused', 409, details<{ by: string }>)
/** Whoever was made a lead, or given a PIN, by the very person whose act it is. */
export const tooNewToConsent = defineProblem('access.tooNewToConsent', 403, details<{ name: string }>)
/** Whoever asked consents to their own act: it takes two people, and a badge of one's own is no second one. */
export const ownAct = defineProblem('access.ownAct', 403, details<object>)
/** Who consented is no lead. */
export const notAnotherLead = defineProblem('access.notAnotherLead', 403, details<object>)
/** More papers came back than went out, or a number is named that no paper had. */
export const papersDoNotAddUp = defineProblem('access.papersDoNotAddUp', 422, details<{ printed: number }>)
