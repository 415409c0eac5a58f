import type { Problem } from '#shared/core/problem.ts'
import { teamIsBack, teamIsDisbanded, teamNotOut } from '#shared/dispatch/signal-problems.ts'
import type { Team, TeamSignal } from '#shared/teams/team.ts'

/** What a signal reads and changes of a team. */
export type Signalled = Pick<
  Team,
  'number' | 'status' | 'signal' | 'signalAt' | 'helpAskedAt' | 'helpNote' | 'helpAnsweredBy' | 'moreMinutes'
>

/** The way of a team in the leader's words; help and more time may be asked for anywhere on it. */
const way: readonly TeamSignal[] = ['departed', 'arrived', 'done', 'comingBack']

/** Why the leader may not send this now, or null. A call for help is never refused while there is a team. */
export function signalProblem(team: Pick<Team, 'number' | 'status'>, signal: TeamSignal): Problem | null {
  if (team.status === 'disbanded') return teamIsDisbanded({ team: team.number })
  if (signal === 'helpNeeded') return null
  if (team.status === 'back') return signal === 'moreTime' ? teamIsBack({ team: team.number }) : null
  return team.status === 'out' ? null : teamNotOut({ team: team.number })
}

/**
 * What the signal makes of the team. A word that comes late or twice changes nothing: a team that is done has not just
 * arrived, and one that is back is not on its way.
 */
export function withSignal<T extends Signalled>(
  team: T,
  { signal, minutes, note }: { signal: TeamSignal; minutes: number; note: string },
  now: string,
): T {
  if (signal === 'helpNeeded') return withHelp(team, note, now)
  if (signal === 'moreTime') return minutes === team.moreMinutes ? team : { ...team, moreMinutes: minutes }
  const isNews = team.signal === null || way.indexOf(signal) > way.indexOf(team.signal)
  return isNews && team.status !== 'back' ? { ...team, signal, signalAt: now } : team
}

/** A second tap adds what kind of help; only after an answer it is a new call. */
function withHelp<T extends Signalled>(team: T, note: string, now: string): T {
  const open = helpIsOpen(team)
  if (open && (note === '' || note === team.helpNote)) return team
  return { ...team, helpAskedAt: open ? team.helpAskedAt : now, helpAnsweredBy: null, helpNote: note }
}

/** Whether a team waits for help and no desk has answered yet. */
export function helpIsOpen({ helpAskedAt, helpAnsweredBy }: Pick<Team, 'helpAskedAt' | 'helpAnsweredBy'>): boolean {
  return helpAskedAt !== null && helpAnsweredBy === null
}
