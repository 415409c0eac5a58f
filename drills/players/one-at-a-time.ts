import type { Drill } from '#drills/core/drill.ts'

/** One pair of hands: whatever comes while they are busy waits its turn. */
export class OneAtATime {
  private readonly drill: Drill
  private freeAt = 0

  constructor(drill: Drill) {
    this.drill = drill
  }

  /** Does something that takes some minutes, as soon as the hands are free; it is done when the time is over. */
  take(minutes: number, act: () => Promise<void>): void {
    this.freeAt = Math.max(this.freeAt, this.drill.clock.milliseconds) + minutes * 60_000
    this.drill.timetable.add(this.freeAt, act)
  }

  get isFree(): boolean {
    return this.freeAt <= this.drill.clock.milliseconds
  }
}
