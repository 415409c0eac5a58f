import { type Signal, signal } from '@preact/signals'
import type { CatchUp, Patch, SentRecord } from '#shared/core/patch.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'

interface Shelf {
  readonly records: Map<string, SentRecord['record']>
  /** With which number each record came. */
  readonly seqs: Map<string, number>
  /** Raised at every change; views that read the shelf draw again. */
  readonly version: Signal<number>
  list: { version: number; records: SentRecord['record'][] } | undefined
  /** The records by the value of a field, for the fields that were asked by. */
  readonly groups: Map<string, { version: number; byValue: Map<unknown, SentRecord['record'][]> }>
}

const none: readonly SentRecord['record'][] = []

function grouped(records: readonly SentRecord['record'][], field: string) {
  const byValue = new Map<unknown, SentRecord['record'][]>()
  for (const record of records) {
    const value: unknown = Reflect.get(record, field)
    const group = byValue.get(value)
    if (group) group.push(record)
    else byValue.set(value, [record])
  }
  return byValue
}

/** What this device holds: records by kind and id, and per audience the number up to which it knows everything. */
export class Store {
  private readonly shelves = new Map<string, Shelf>()
  private readonly knownUpTo = new Map<string, number>()

  /** All records of a kind; the same array until one of them changes. */
  all<K extends RecordKind>(kind: K): readonly RecordOf<K>[] {
    const shelf = this.shelf(kind)
    const version = shelf.version.value
    if (shelf.list?.version !== version) shelf.list = { version, records: [...shelf.records.values()] }
    // Shelves are filled from the server alone, kind by kind.
    return shelf.list.records as unknown as readonly RecordOf<K>[]
  }

  /** The records of a kind whose field has this value; looked up, for a view may ask it for each of two thousand rows. */
  by<K extends RecordKind, F extends keyof RecordOf<K> & string>(
    kind: K,
    field: F,
    value: RecordOf<K>[F] | undefined,
  ): readonly RecordOf<K>[] {
    const shelf = this.shelf(kind)
    const version = shelf.version.value
    let group = shelf.groups.get(field)
    if (group?.version !== version) {
      group = { version, byValue: grouped([...shelf.records.values()], field) }
      shelf.groups.set(field, group)
    }
    return (group.byValue.get(value) ?? none) as unknown as readonly RecordOf<K>[]
  }

  get<K extends RecordKind>(kind: K, id: string | null | undefined): RecordOf<K> | undefined {
    if (!id) return undefined
    const shelf = this.shelf(kind)
    void shelf.version.value
    return shelf.records.get(id) as unknown as RecordOf<K> | undefined
  }

  /** The number of the state in which this device knows a record; what a change that others may make too is based on. */
  seqOf(kind: RecordKind, id: string): number {
    return this.shelf(kind).seqs.get(id) ?? 0
  }

  /** The number up to which everything is known, over all audiences; 0 when nothing is. */
  get since(): number {
    return this.knownUpTo.size === 0 ? 0 : Math.min(...this.knownUpTo.values())
  }

  /** The audiences of which this device knows everything. */
  get audiences(): string[] {
    return [...this.knownUpTo.keys()]
  }

  /** Forgets how far it knows, before it takes in everything anew: numbers may have gone back, audiences be others. */
  forgetNumbers(): void {
    this.knownUpTo.clear()
  }

  /** Puts a patch in; false when something before it was missed and must be fetched. */
  apply(patch: Patch): boolean {
    const known = this.knownUpTo.get(patch.audience)
    if (known === undefined || patch.previous > known) return false
    if (patch.seq <= known) return true
    this.put(patch.records, patch.gone, patch.seq)
    this.knownUpTo.set(patch.audience, patch.seq)
    return true
  }

  /** Puts in what a fetch returned; `whole` when it was everything, so that what is not in it is gone. */
  takeIn(caughtUp: CatchUp, whole: boolean): void {
    if (whole) this.forgetMissing(caughtUp.records)
    this.put(caughtUp.records, caughtUp.gone, caughtUp.seq)
    for (const audience of caughtUp.audiences) {
      // A patch may have overtaken the fetch.
      this.knownUpTo.set(audience, Math.max(caughtUp.seq, this.knownUpTo.get(audience) ?? 0))
    }
  }

  /** Empties the device: another person sits down, or the link is dead. */
  clear(): void {
    this.forgetMissing([])
    this.knownUpTo.clear()
  }

  private put(records: readonly SentRecord[], gone: Patch['gone'], seq: number): void {
    const touched = new Set<Shelf>()
    for (const { kind, record } of records) {
      const shelf = this.shelf(kind)
      shelf.records.set(record.id, record)
      shelf.seqs.set(record.id, seq)
      touched.add(shelf)
    }
    for (const { kind, id } of gone) {
      const shelf = this.shelf(kind)
      if (shelf.records.delete(id)) touched.add(shelf)
    }
    for (const shelf of touched) shelf.version.value++
  }

  private forgetMissing(records: readonly SentRecord[]): void {
    const kept = new Set(records.map(({ kind, record }) => `${kind} ${record.id}`))
    for (const [kind, shelf] of this.shelves) {
      for (const id of shelf.records.keys()) {
        if (!kept.has(`${kind} ${id}`)) shelf.records.delete(id)
      }
      shelf.version.value++
    }
  }

  private shelf(kind: string): Shelf {
    let shelf = this.shelves.get(kind)
    if (!shelf) {
      shelf = { records: new Map(), seqs: new Map(), version: signal(0), list: undefined, groups: new Map() }
      this.shelves.set(kind, shelf)
    }
    return shelf
  }
}

/** This page's records. */
export const store = new Store()
