import { type Clock, monotonicMilliseconds } from '#server/core/clock.ts'

/** A drill's own time: it stands until it is moved, or runs some times as fast as the wall's. */
export class DrillClock implements Clock {
  /** Milliseconds since 1970 when the clock was last set, and the wall's reading then. */
  private setTo: number
  private setAt = 0
  private pace = 0

  /** @param startsAt the scenario's first instant, ISO in UTC */
  constructor(startsAt: string) {
    this.setTo = Date.parse(startsAt)
  }

  /** Asked for the next event; the timetable answers. */
  next: () => string | null = () => null

  /** 0 while the clock stands. */
  get speed(): number {
    return this.pace
  }

  get milliseconds(): number {
    return this.setTo + (this.pace === 0 ? 0 : (monotonicMilliseconds() - this.setAt) * this.pace)
  }

  now(): string {
    return new Date(this.milliseconds).toISOString()
  }

  /** A drill that was broken off goes on at the time of its last act. */
  notBefore(lastAt: string): void {
    this.moveTo(Date.parse(lastAt))
  }

  /** Moves on to an instant (milliseconds); what lies behind is left alone, for time never goes back. */
  moveTo(milliseconds: number): void {
    this.set(Math.max(milliseconds, this.milliseconds))
  }

  /** Lets the time run: 60 makes an hour pass in a minute, 0 makes it stand. */
  run(speed: number): void {
    this.set(this.milliseconds)
    this.pace = speed
  }

  private set(milliseconds: number): void {
    this.setTo = milliseconds
    this.setAt = monotonicMilliseconds()
  }
}
