import { type StoredSession, sessionHours } from '#server/access/sessions.ts'
import { msBetween } from '#shared/core/time.ts'

const longestMs = sessionHours * 3_600_000

/**
 * How long sessions have still to run. While the process lives, a steady clock decides: a laptop whose clock jumps
 * neither signs everyone out nor lets anyone stay. Across a restart the stored end counts, as far as the wall clock
 * can be believed.
 */
export class SessionTimes {
  private readonly endsAt = new Map<string, number>()
  private readonly elapsed: () => number

  /** @param elapsed milliseconds that only go on */
  constructor(elapsed: () => number) {
    this.elapsed = elapsed
  }

  opened(sessionId: string): void {
    this.endsAt.set(sessionId, this.elapsed() + longestMs)
  }

  /** @param latest the later of the clock and the last line of the log, which no clock gone back can undo */
  async isOver(session: StoredSession, latest: () => Promise<string>): Promise<boolean> {
    const known = this.endsAt.get(session.id)
    if (known !== undefined) return this.elapsed() >= known
    const left = Math.min(longestMs, Math.max(0, msBetween(await latest(), session.expiresAt)))
    this.endsAt.set(session.id, this.elapsed() + left)
    return left === 0
  }
}
