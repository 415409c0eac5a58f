import type { LogEntry } from '#shared/center/center.ts'
import type { History } from '#shared/lookback/history.ts'
import type { Told, ToldKind } from '#shared/lookback/told.ts'

/** A record as it was from one moment on. */
export interface Version<K extends ToldKind> {
  seq: number
  at: string
  record: Told[K]
}

/** A history told kind by kind: every version of every record that desks held. What phones held is the same again. */
export class Story {
  private readonly shelves = new Map<string, Map<string, Version<ToldKind>[]>>()
  readonly startsAt: string
  readonly endsAt: string
  readonly endSeq: number

  constructor({ moments }: Pick<History, 'moments'>) {
    for (const { seq, at, audience, records } of moments) {
      if (audience.startsWith('person:')) continue
      for (const { kind, record } of records) this.note(kind, { seq, at, record: record as Told[ToldKind] })
    }
    this.startsAt = moments[0]?.at ?? ''
    this.endsAt = moments.at(-1)?.at ?? ''
    this.endSeq = moments.at(-1)?.seq ?? 0
  }

  private note(kind: string, version: Version<ToldKind>): void {
    const shelf = this.shelves.get(kind) ?? new Map<string, Version<ToldKind>[]>()
    this.shelves.set(kind, shelf)
    const versions = shelf.get(version.record.id) ?? []
    shelf.set(version.record.id, versions)
    versions.push(version)
  }

  /** The versions of each record of a kind, oldest first. */
  of<K extends ToldKind>(kind: K): readonly (readonly Version<K>[])[] {
    // Written by `note` alone, kind by kind.
    return [...(this.shelves.get(kind)?.values() ?? [])] as unknown as (readonly Version<K>[])[]
  }

  /** The records of a kind as they stood at the end. */
  last<K extends ToldKind>(kind: K): Version<K>[] {
    return this.of(kind).flatMap((versions) => versions.at(-1) ?? [])
  }

  /** One record as it stood right after an act; undefined before it was there. */
  asOf<K extends ToldKind>(kind: K, id: string, seq: number): Told[K] | undefined {
    const versions = (this.shelves.get(kind)?.get(id) ?? []) as unknown as readonly Version<K>[]
    return versions.findLast((version) => version.seq <= seq)?.record
  }

  /** The accepted acts of these types. */
  acts(...types: readonly string[]): LogEntry[] {
    return this.of('logEntry').flatMap((versions) =>
      versions.flatMap(({ record }) => (types.includes(record.type) ? record : [])),
    )
  }
}

/** The first version for which something holds. */
export function firstThat<K extends ToldKind>(
  versions: readonly Version<K>[],
  holds: (record: Told[K]) => boolean,
): Version<K> | undefined {
  return versions.find(({ record }) => holds(record))
}
