import { defineProblem, details } from '#shared/core/problem.ts'

export const noNeed = defineProblem('dispatch.noNeed', 409, details<{ team: number }>)
export const noLeader = defineProblem('dispatch.noLeader', 409, details<{ team: number }>)
export const teamTooSmall = defineProblem(
  'dispatch.teamTooSmall',
  409,
  details<{ team: number; size: number; needed: number }>,
)
/** Under 18 with nobody of age in the team. */
export const minorsAlone = defineProblem('dispatch.minorsAlone', 409, details<{ team: number; numbers: number[] }>)
export const consentMissing = defineProblem(
  'dispatch.consentMissing',
  409,
  details<{ team: number; numbers: number[] }>,
)
/** No insurance that covers today; the way is the enrolment on the spot at reception. */
export const uninsured = defineProblem(
  'dispatch.uninsured',
  409,
  details<{ team: number; numbers: number[]; onTheSpot: boolean }>,
)
export const notBriefed = defineProblem('dispatch.notBriefed', 409, details<{ team: number }>)
export const noSheet = defineProblem('dispatch.noSheet', 409, details<{ team: number }>)
/** The sheet in hand is not the one in force: people or the need have changed since. */
export const sheetVoid = defineProblem('dispatch.sheetVoid', 409, details<{ sheet: string }>)
/** What was asked has been written anew since the sheet was printed; an address may be withheld by now. */
export const needRewritten = defineProblem('dispatch.needRewritten', 409, details<{ need: number; sheet: string }>)
export const notReady = defineProblem('dispatch.notReady', 409, details<{ team: number; status: string }>)
/** 住所非開示: somebody is in danger if the wrong people know where; who goes there is decided by the lead. */
export const leadOnly = defineProblem('dispatch.leadOnly', 403, details<{ team: number; need: number }>)
export const stopped = defineProblem('dispatch.stopped', 409, details<{ at: string; reason: string }>)
/** The leader has spoken since: the departure was no slip of the finger. */
export const alreadyOnTheWay = defineProblem('dispatch.alreadyOnTheWay', 409, details<{ team: number }>)
/** Only a team that is out is corrected so; one at the center is simply given another need. */
export const notOut = defineProblem('dispatch.notOut', 409, details<{ team: number; status: string }>)
/** It goes there already, or another desk has given it a third need meanwhile. */
export const goesElsewhere = defineProblem('dispatch.goesElsewhere', 409, details<{ team: number; need: number }>)
export const departureUnchecked = defineProblem('dispatch.departureUnchecked', 422, details<{ left: number }>)
/** Somebody who was called has been checked in meanwhile. */
export const calledPersonHere = defineProblem('dispatch.calledPersonHere', 409, details<{ number: number }>)
/** A minor is checked in where the guardian's word can be seen. */
export const consentOnTheSpot = defineProblem('dispatch.consentOnTheSpot', 409, details<{ name: string }>)
