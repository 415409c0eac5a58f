import { defineProblem, details } from '#shared/core/problem.ts'
import type { NeedStatus } from '#shared/needs/need.ts'

/** Someone who was taken before: into which team, by whom, and at what time of day. */
export interface Taken {
  number: number
  team: number
  by: string
  at: string
}

export const alreadyInTeam = defineProblem('teams.alreadyInTeam', 409, details<Taken & { others: number }>)
export const notWaiting = defineProblem('teams.notWaiting', 409, details<{ number: number; status: string }>)
export const needTaken = defineProblem(
  'teams.needTaken',
  409,
  details<{ need: number; team: number; by: string; at: string }>,
)
/** With the team that came last, and who gave it the need. */
export const needHasEnough = defineProblem(
  'teams.needHasEnough',
  409,
  details<{ need: number; headcount: number; team: number; by: string; at: string }>,
)
export const needNotReady = defineProblem('teams.needNotReady', 409, details<{ need: number; status: NeedStatus }>)
/** The work at this house was reported as done, under these numbers; going again needs a stated reason. */
export const finishedBefore = defineProblem(
  'teams.finishedBefore',
  422,
  details<{ need: number; finished: readonly number[] }>,
)
export const teamIsGone = defineProblem('teams.teamIsGone', 409, details<{ team: number; status: string }>)
export const notMember = defineProblem('teams.notMember', 409, details<{ team: number }>)
export const nobodyChosen = defineProblem('teams.nobodyChosen', 422, details<object>)
/** A group that works among itself would be put together with others; the number is that of one of its people. */
export const groupNotMixed = defineProblem('teams.groupNotMixed', 409, details<{ number: number; size: number }>)
/** More people were wanted for teams than wait. */
export const tooFewWaiting = defineProblem('teams.tooFewWaiting', 409, details<{ waiting: number; wanted: number }>)
export const otherDay = defineProblem('teams.otherDay', 409, details<object>)
