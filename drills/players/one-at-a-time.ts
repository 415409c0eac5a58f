import type { OtherWays } from '#drills/core/desk-work.ts'
import type { Drill } from '#drills/core/drill.ts'

/** One pair of hands: whatever comes while they are busy waits its turn. */
export class OneAtATime {
  private readonly drill: Drill
  private readonly deskName: string
  private freeAt = 0

  constructor(drill: Drill, deskName: string) {
    this.drill = drill
    this.deskName = deskName
  }

  /**
   * Does something that takes some minutes, as soon as the hands are free; it is done when the time is over, or in one of
   * the other ways.
   */
  take(minutes: number, act: () => Promise<void>, ways: OtherWays = {}): void {
    this.freeAt = Math.max(this.freeAt, this.drill.clock.milliseconds) + minutes * 60_000
    this.drill.timetable.add(this.freeAt, () => this.drill.work.do(this.deskName, act, ways))
  }

  /** The same where it can ring at once, as a telephone does. */
  async hear(minutes: number, act: () => Promise<void>, ring: () => Promise<string>): Promise<void> {
    if (this.drill.isHuman(this.deskName)) await this.drill.work.do(this.deskName, act, { ring })
    else this.take(minutes, act, { ring })
  }

  get isFree(): boolean {
    return this.freeAt <= this.drill.clock.milliseconds
  }
}
