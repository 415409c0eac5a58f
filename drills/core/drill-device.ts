import { type Actor, audiencesOfActor } from '#server/core/actor.ts'
import type { Center } from '#server/core/center.ts'
import { readOwnJson } from '#shared/core/json.ts'
import type { CatchUp, Patch, SentRecord } from '#shared/core/patch.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'

/** What a simulated person sees: the records that their own screen would hold, and nothing else. */
export class DrillDevice {
  private readonly shelves = new Map<string, Map<string, SentRecord['record']>>()
  private readonly stopListening: () => void
  private upTo = 0
  private early: Patch[] | undefined = []

  private constructor(center: Center, actor: Actor) {
    this.stopListening = center.onPatch((patches) => {
      // A desk may be given or taken in mid-course.
      const audiences: readonly string[] = audiencesOfActor(actor)
      for (const patch of patches.filter(({ audience }) => audiences.includes(audience))) this.hear(patch)
    })
  }

  static async open(center: Center, actor: Actor): Promise<DrillDevice> {
    const device = new DrillDevice(center, actor)
    device.takeIn(readOwnJson<CatchUp>((await center.catchUp(actor, 0)).text))
    return device
  }

  all<K extends RecordKind>(kind: K): RecordOf<K>[] {
    // Shelves are filled from the center alone, kind by kind.
    return [...(this.shelves.get(kind)?.values() ?? [])] as unknown as RecordOf<K>[]
  }

  get<K extends RecordKind>(kind: K, id: string | null): RecordOf<K> | undefined {
    return id === null ? undefined : (this.shelves.get(kind)?.get(id) as RecordOf<K> | undefined)
  }

  close(): void {
    this.stopListening()
  }

  private takeIn({ seq, records }: CatchUp): void {
    this.put(records, [])
    this.upTo = seq
    const early = this.early ?? []
    this.early = undefined
    for (const patch of early) this.hear(patch)
  }

  private hear(patch: Patch): void {
    if (this.early) this.early.push(patch)
    else if (patch.seq > this.upTo) this.put(patch.records, patch.gone)
  }

  private put(records: readonly SentRecord[], gone: Patch['gone']): void {
    for (const { kind, record } of records) {
      const shelf = this.shelves.get(kind) ?? new Map<string, SentRecord['record']>()
      this.shelves.set(kind, shelf.set(record.id, record))
    }
    for (const { kind, id } of gone) this.shelves.get(kind)?.delete(id)
  }
}
