import type { Center } from '#server/core/center.ts'
import { type Clock, monotonicMilliseconds } from '#server/core/clock.ts'
import type { ClockReading } from '#shared/core/patch.ts'

/** What every device may know of the center: its time, and whether it can keep what is sent. */
export const clockReading = ({ clock, health }: Pick<Center, 'clock' | 'health'>): ClockReading => ({
  now: clock.now(),
  speed: clock.speed,
  writes: health.writable,
})

const leastLeapMs = 1000

/** The center's time as devices go on counting it by themselves from what they were told last. */
export class CountedClock {
  private readonly clock: Clock
  private readonly elapsed: () => number
  private told: { instant: number; speed: number; at: number }

  /** @param elapsed milliseconds that only go on; a test moves them */
  constructor(clock: Clock, elapsed: () => number = monotonicMilliseconds) {
    this.clock = clock
    this.elapsed = elapsed
    this.told = this.read()
  }

  /** Whether the clock has been moved, or goes at another pace: to be told, and from then on counted by. */
  isLeft(): boolean {
    const { instant, speed, at } = this.told
    const now = this.read()
    const counted = instant + (now.at - at) * speed
    const left = now.speed !== speed || Math.abs(now.instant - counted) > leastLeapMs
    if (left) this.told = now
    return left
  }

  private read() {
    return { instant: Date.parse(this.clock.now()), speed: this.clock.speed, at: this.elapsed() }
  }
}
