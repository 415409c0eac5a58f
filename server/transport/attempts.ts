import { monotonicMilliseconds } from '#server/core/clock.ts'

const freeTries = 5
const longestWaitSeconds = 300

/** Slows guessing, per person and per device: after five wrong tries each next one waits twice as long. */
export class Attempts {
  private readonly wrong = new Map<string, { count: number; until: number }>()

  /** Seconds to wait before the next try; 0 means go on. */
  waitSeconds(key: string): number {
    const entry = this.wrong.get(key)
    if (!entry) return 0
    return Math.max(0, Math.ceil((entry.until - monotonicMilliseconds()) / 1000))
  }

  failed(key: string): number {
    const count = (this.wrong.get(key)?.count ?? 0) + 1
    const wait = count < freeTries ? 0 : Math.min(longestWaitSeconds, 5 * 2 ** (count - freeTries))
    if (this.wrong.size > 10_000) this.wrong.clear()
    this.wrong.set(key, { count, until: monotonicMilliseconds() + wait * 1000 })
    return Math.max(0, freeTries - count)
  }

  succeeded(key: string): void {
    this.wrong.delete(key)
  }
}
