import type { Problem } from '#shared/core/problem.ts'
import { clockOf } from '#shared/core/time.ts'
import type { Notice } from '#shared/messages/notice.ts'
import { alreadyStopped, reasonMissing, unfitReturnTime } from '#shared/messages/problems.ts'

type Said = Pick<Notice, 'kind' | 'reason' | 'returnBy'>

/** The notice that decides about the day now: a stop before a shortening, the newest of each; null in an ordinary day. */
export function noticeInForce<N extends Pick<Notice, 'kind' | 'at' | 'liftedAt'>>(notices: readonly N[]): N | null {
  const holding = notices.filter(({ liftedAt }) => liftedAt === null).sort((one, other) => (one.at < other.at ? 1 : -1))
  return holding.find(({ kind }) => kind === 'stop') ?? holding.find(({ kind }) => kind === 'shorten') ?? null
}

/** The latest return time (`HH:MM`) that holds now for someone who was told to be back by `returnBy`. */
export function returnByInForce(returnBy: string, notices: readonly Notice[]): string {
  const notice = noticeInForce(notices.filter(({ kind }) => kind === 'shorten'))
  return notice?.returnBy && notice.returnBy < returnBy ? notice.returnBy : returnBy
}

/** Why this notice may not be sent now, or null. `clock` is the time of day (`HH:MM`) in the center's zone. */
export function noticeProblem(
  said: Said,
  { clock, latest, zone, notices }: { clock: string; latest: string; zone: string; notices: readonly Notice[] },
): Problem | null {
  if (said.reason === '') return reasonMissing({})
  if (said.kind === 'message') return null
  const inForce = noticeInForce(notices)
  if (inForce?.kind === 'stop') return alreadyStopped({ at: clockOf(inForce.at, zone), by: inForce.byName })
  if (said.kind === 'stop') return null
  const fits = said.returnBy !== null && said.returnBy > clock && said.returnBy < latest
  return fits ? null : unfitReturnTime({ earliest: clock, latest })
}
