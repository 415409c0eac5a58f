/** A wall clock that goes wrong by more than this in an hour was touched. */
const toleratedMs = 5 * 60_000

const hourMs = 60 * 60_000

/**
 * Whether the server has run for an hour in which its clock went as time does. The monotonic clock knows nothing of
 * dates, the wall clock can be set to any: only where both agree is it another day.
 */
export class SteadyHour {
  private readonly elapsed: () => number
  private began: { elapsed: number; wall: number } | undefined

  constructor(elapsed: () => number) {
    this.elapsed = elapsed
  }

  /** Looks at both clocks; after a jump the hour begins anew. */
  hasPassed(now: string): boolean {
    const [elapsed, wall] = [this.elapsed(), Date.parse(now)]
    const ran = elapsed - (this.began?.elapsed ?? elapsed)
    const moved = wall - (this.began?.wall ?? wall)
    if (!this.began || Math.abs(moved - ran) > toleratedMs) {
      this.began = { elapsed, wall }
      return false
    }
    return ran >= hourMs
  }
}
