import type { Drill } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { ringIdOf } from '#drills/core/named-ids.ts'

/** Somebody who stands in the line before reception. */
interface Standing {
  /** What tells them from others, by which they ring at a desk that people hold. */
  key: string
  name: string
  /** Since when, in milliseconds. */
  at: number
}

/**
 * The line before reception, as those know it who stand in it: no screen of the center has them before they have a
 * number. When they came and when it was their turn is written down as a fact, whoever receives them.
 */
export class Line {
  private readonly drill: Drill
  private readonly eye: DrillDevice
  private readonly standing = new Map<string, Standing>()

  constructor(drill: Drill, eye: DrillDevice) {
    this.drill = drill
    this.eye = eye
    drill.every(1, drill.scenario.startsAt, async () => this.lookAround())
  }

  join(one: Standing): void {
    this.standing.set(one.key, one)
    this.drill.facts.note('line', one.name, { at: one.at, of: one.key })
  }

  /** It was their turn: they have a number, or know that there is none for them. */
  leave(key: string, at = this.drill.clock.milliseconds): void {
    const one = this.standing.get(key)
    if (!one) return
    this.standing.delete(key)
    this.drill.facts.note('served', one.name, { at, of: key })
  }

  private lookAround(): void {
    if (this.standing.size === 0) return
    const numbered = new Map(this.eye.all('attendance').map(({ name, checkedInAt }) => [name, Date.parse(checkedInAt)]))
    for (const { key, name, at } of this.standing.values()) {
      const numberedAt = numbered.get(name)
      if (numberedAt !== undefined && numberedAt >= at) this.leave(key, numberedAt)
      else this.leaveIfAnswered(key)
    }
  }

  /** People at the desk say what they did, whether or not it is in the records. */
  private leaveIfAnswered(key: string): void {
    const rung = this.drill.injectOf(ringIdOf(key))
    if (rung?.state === 'answered' && rung.answeredAt !== null) this.leave(key, Date.parse(rung.answeredAt))
  }
}
