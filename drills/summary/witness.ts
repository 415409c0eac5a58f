import type { Refusal } from '#drills/core/drill.ts'
import { openAgain } from '#server/app.ts'
import type { Center } from '#server/core/center.ts'
import { readHistory } from '#server/lookback/history.ts'
import type { Patch, SentRecord } from '#shared/core/patch.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { NeedStatus } from '#shared/needs/need.ts'
import type { DrillFact } from '#shared/practice/outcome.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'

/** One change as it was announced, with the time at which it became true. */
export interface Seen<K extends RecordKind = RecordKind> {
  at: string
  /** The line of the log by which it became so. */
  seq: number
  record: RecordOf<K>
}

/**
 * Looks on from the side and writes down every version of every record that desks are told of. What it counts is counted
 * apart from the center's own figures, so that the two can be held against each other.
 */
export class Witness {
  /** What the center refused before the drill was broken off, as it was written down. */
  readonly refusedBefore: Refusal[] = []
  private readonly seen = new Map<string, Seen[]>()
  private readonly ids = new Set<string>()

  /** Looks on from now; what was before, in a file that is taken up again, is told by its log. */
  static async of(center: Center): Promise<Witness> {
    const witness = new Witness()
    if (center.health.seq > 0) {
      const { facts } = await center.read((tx) =>
        readHistory(tx, async (clock) => {
          const again = await openAgain('drill')(clock)
          witness.look(again)
          return again
        }),
      )
      witness.refusedBefore.push(...facts.flatMap(refusalOf))
    }
    witness.look(center)
    return witness
  }

  private look(center: Center): void {
    center.onPatch((patches) => {
      for (const patch of patches.filter(({ audience }) => !audience.startsWith('person:'))) this.note(center, patch)
    })
  }

  /** Every version of a kind that was announced, oldest first. */
  versions<K extends RecordKind>(kind: K): readonly Seen<K>[] {
    // Written by `note` alone, kind by kind.
    return (this.seen.get(kind) ?? []) as unknown as readonly Seen<K>[]
  }

  /** The last version of each record of a kind. */
  last<K extends RecordKind>(kind: K): RecordOf<K>[] {
    const byId = new Map(this.versions(kind).map(({ record }) => [record.id, record] as const))
    return [...byId.values()]
  }

  /** When a need first stood in one of these states, or undefined. */
  firstTime(needId: string, ...statuses: NeedStatus[]): string | undefined {
    return this.versions('need').find(({ record }) => record.id === needId && statuses.includes(record.status))?.at
  }

  /** How many different records of a kind have ever been announced. */
  count(kind: RecordKind): number {
    return new Set(this.versions(kind).map(({ record }) => record.id)).size
  }

  private note(center: Center, { audience, seq, records }: Patch): void {
    for (const { kind, record } of records) {
      const key = `${audience} ${seq} ${kind} ${record.id}`
      if (this.ids.has(key)) continue
      this.ids.add(key)
      this.shelf(kind).push({ at: center.clock.now(), seq, record: asSent(record) })
    }
  }

  private shelf(kind: string): Seen[] {
    const shelf = this.seen.get(kind) ?? []
    this.seen.set(kind, shelf)
    return shelf
  }
}

/** A refusal as the drill noted it: its code, and the act that was refused. */
function refusalOf({ kind, key, happenedAt }: DrillFact): Refusal[] {
  const [code = '', type = ''] = key.split(' ')
  return kind === 'refusal' ? [{ clock: clockOf(happenedAt, timeZone), type, code, details: {} }] : []
}

/** Records travel typed by their kind, which stands beside them. */
function asSent(record: SentRecord['record']): RecordOf<RecordKind> {
  return record as unknown as RecordOf<RecordKind>
}
