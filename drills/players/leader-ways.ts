import type { LeaderShares } from '#drills/core/leader-shares.ts'
import type { Visit } from '#drills/core/scenario.ts'
import type { SeededRandom } from '#drills/core/seeded-random.ts'

/** What one leader does beside what the scenario says of the house. */
export interface LeaderWays {
  /** Minutes between the door of the center and their first tap. */
  setsOutAfter: number
  /** Stays on past the time on the sheet, and says nothing. */
  silent: boolean
  helpNeeded: string | undefined
  moreMinutes: number | undefined
}

/** What is missed at a house. */
const helpWords = [
  '土のう袋が足りません。',
  '軽トラックで運び出したいです。',
  '思ったより重く、あと2人ほしいです。',
] as const

/** How a leader is on one outing. All is drawn, whatever comes of it, so that one share does not move another. */
export function leaderWays(shares: LeaderShares, chance: SeededRandom): LeaderWays {
  const has = (share: number) => chance.fraction() < share
  const [late, setsOutAfter] = [has(shares.departLate), chance.whole(6, 18)]
  const [asksHelp, help] = [has(shares.askForHelp), chance.pick(helpWords)]
  const [asksMinutes, moreMinutes] = [has(shares.askForMinutes), chance.pick([15, 30])]
  return {
    setsOutAfter: late ? setsOutAfter : 0,
    silent: has(shares.silent),
    helpNeeded: asksHelp ? help : undefined,
    moreMinutes: asksMinutes ? moreMinutes : undefined,
  }
}

/** The scenario itself says what the leader does at this house. */
const isScripted = ({ oneComesAhead, helpNeeded, moreMinutes }: Visit) =>
  oneComesAhead || helpNeeded !== undefined || moreMinutes !== undefined

/** By when a team is expected, and by when all must be back, in minutes after it left. */
interface Limits {
  expectedAfter: number
  lastReturnAfter: number
}

/** Nobody cuts it finer than that. */
const minutesToSpare = 15
/** Whoever stays on comes by themselves so long after they were expected, if nobody has called them home. */
export const silentFor = 60

/**
 * The ways that the day has room for: every leader knows when all must be back, and asks for nothing and stays for nothing
 * that would take them past it. What the scenario says of the house comes first.
 */
export function waysInTime(
  ways: LeaderWays,
  visit: Visit,
  { usual, limits }: { usual: number; limits: Limits },
): LeaderWays {
  const room = limits.lastReturnAfter - minutesToSpare - usual
  const setsOutAfter = ways.setsOutAfter <= room ? ways.setsOutAfter : 0
  const asked = visit.moreMinutes ?? ways.moreMinutes
  const asks = visit.moreMinutes !== undefined || (asked ?? 0) <= room - setsOutAfter
  return {
    setsOutAfter,
    helpNeeded: visit.helpNeeded ?? ways.helpNeeded,
    moreMinutes: asks ? asked : undefined,
    silent:
      ways.silent && !isScripted(visit) && limits.expectedAfter + silentFor + minutesToSpare <= limits.lastReturnAfter,
  }
}
