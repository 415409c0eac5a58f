import type { Center, OpenAgain } from '#server/core/center.ts'
import type { Clock } from '#server/core/clock.ts'
import { actorOf, type LogLine } from '#server/lookback/log-lines.ts'
import { inputAgain } from '#server/lookback/stand-ins.ts'
import { drillFacts } from '#server/practice/drill-tables.ts'
import { Problem } from '#shared/core/problem.ts'
import type { Gap, Moment } from '#shared/lookback/history.ts'
import type { DrillFact } from '#shared/practice/outcome.ts'

/** A clock that says the time of the line that is carried out. */
class LineClock implements Clock {
  readonly speed = 0
  at = ''

  now(): string {
    return this.at
  }
}

/** Under which names acts are carried out again: those that they had, or others that stand for them. */
export interface Names {
  of(type: string, input: Record<string, unknown>): unknown
  person(name: string): string
}

const asTheyAre: Names = { of: (_type, input) => input, person: (name) => name }

/**
 * The log carried out once more, line by line, in a center in memory, with every record as it was after each. Handlers
 * decide by their input, the time and what is stored, and by nothing else, so that the same acts make the same records;
 * `tests/lookback/history.test.ts` holds the one against the other. It can be gone on with: a later line is carried out
 * where the earlier ones have led.
 */
export class Telling {
  readonly moments: Moment[] = []
  readonly gaps: Gap[] = []
  /** The number of the line that was told last. */
  seq = 0
  private readonly center: Center
  private readonly clock: LineClock
  private readonly names: Names
  private readonly stop: () => void

  private constructor(center: Center, clock: LineClock, names: Names) {
    this.center = center
    this.clock = clock
    this.names = names
    this.stop = center.onPatch((patches) => {
      for (const { audience, records, gone } of patches)
        this.moments.push({ seq: this.seq, at: clock.at, audience, records, gone })
    })
  }

  static async begin(openAgain: OpenAgain, names: Names = asTheyAre): Promise<Telling> {
    const clock = new LineClock()
    return new Telling(await openAgain(clock), clock, names)
  }

  async tell(lines: readonly LogLine[]): Promise<void> {
    for (const line of lines) {
      this.seq = line.seq
      this.clock.at = line.at
      const gap = await this.again(line)
      if (gap) this.gaps.push(gap)
    }
  }

  /** What simulated people know of what was told. */
  facts(): Promise<DrillFact[]> {
    return this.center.read((tx) => drillFacts.where(tx, {}))
  }

  async close(): Promise<void> {
    this.stop()
    await this.center.close()
  }

  /** Carries one line out again; what cannot be carried out leaves a gap that says why. */
  private async again(line: LogLine): Promise<Gap | null> {
    const { seq, at, type } = line
    const kept = inputAgain(line.command_id, line.input, this.center.handlers.get(type)?.command.secret ?? [])
    const input = kept && this.names.of(type, kept)
    if (input === null) return { seq, at, type, why: 'erased' }
    const happenedAt = line.happened_at === null ? {} : { happenedAt: line.happened_at }
    const actor = actorOf({ ...line, actor_name: this.names.person(line.actor_name) })
    try {
      await this.center.execute(actor, { id: line.command_id, type, input, device: line.device, ...happenedAt })
      return null
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return { seq, at, type, why: error.code }
    }
  }
}
