import { monotonicMilliseconds } from '#server/core/clock.ts'

const freeTries = 5
const longestWaitSeconds = 300

/** How many are kept in mind; the one that has been quiet for longest is forgotten first. */
const mostKeys = 10_000

interface Entry {
  count: number
  until: number
}

/** Slows guessing, per person and per device: after five wrong tries each next one waits twice as long. */
export class Attempts {
  private readonly wrong = new Map<string, Entry>()

  /** Seconds to wait before the next try; 0 means go on. */
  waitSeconds(key: string): number {
    const entry = this.wrong.get(key)
    if (!entry) return 0
    return Math.max(0, Math.ceil((entry.until - monotonicMilliseconds()) / 1000))
  }

  /**
   * Counts a try as wrong before it is known to be: a hundred that come at once would otherwise all be the first.
   * Says how many are left, and how to take it back.
   */
  begin(key: string): { left: number; forgive: () => void } {
    const before = this.wrong.get(key) ?? { count: 0, until: 0 }
    const count = before.count + 1
    const wait = count < freeTries ? 0 : Math.min(longestWaitSeconds, 5 * 2 ** (count - freeTries))
    const until = monotonicMilliseconds() + wait * 1000
    this.keep(key, { count, until })
    const forgive = () => {
      const now = this.wrong.get(key)
      if (now)
        this.keep(key, { count: Math.max(0, now.count - 1), until: now.until === until ? before.until : now.until })
    }
    return { left: Math.max(0, freeTries - count), forgive }
  }

  succeeded(key: string): void {
    this.wrong.delete(key)
  }

  private keep(key: string, entry: Entry): void {
    this.wrong.delete(key)
    const [quietest] = this.wrong.keys()
    if (this.wrong.size >= mostKeys && quietest !== undefined) this.wrong.delete(quietest)
    if (entry.count > 0) this.wrong.set(key, entry)
  }
}
