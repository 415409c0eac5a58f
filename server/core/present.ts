import type { Change } from '#server/core/unit-of-work.ts'
import { type Audience, audiencesOf } from '#shared/access/audiences.ts'
import type { Patch } from '#shared/core/patch.ts'

/** Remembers per audience the number of the last act that touched it, and says what each audience hears of an act. */
export class Presenter {
  private readonly lastOf = new Map<string, number>()
  private readonly openedAt: number

  /** @param openedAt the log's last number at opening; older touches are not known, so nothing older may be missed. */
  constructor(openedAt: number) {
    this.openedAt = openedAt
  }

  lastSeqOf(audience: string): number {
    return this.lastOf.get(audience) ?? this.openedAt
  }

  /** One patch for each audience that this act touched. */
  present(seq: number, changes: readonly Change[]): Patch[] {
    const patches = new Map<Audience, Patch>()
    const patchFor = (audience: Audience): Patch => {
      let patch = patches.get(audience)
      if (!patch) {
        patch = { audience, previous: this.lastSeqOf(audience), seq, records: [], gone: [] }
        patches.set(audience, patch)
      }
      return patch
    }
    for (const { kind, record, before } of lastChangeOfEach(changes)) {
      const now = audiencesOf(kind, record)
      for (const audience of now) patchFor(audience).records.push({ kind, record })
      if (!before) continue
      for (const audience of audiencesOf(kind, before))
        if (!now.includes(audience)) patchFor(audience).gone.push({ kind, id: record.id })
    }
    for (const audience of patches.keys()) this.lastOf.set(audience, seq)
    return [...patches.values()]
  }
}

/** A record saved twice in one act is told once: as it was before the act, and as it is after it. */
function lastChangeOfEach(changes: readonly Change[]): Change[] {
  const byRecord = new Map<string, Change>()
  for (const change of changes) {
    const key = `${change.kind} ${change.record.id}`
    const earlier = byRecord.get(key)
    byRecord.set(key, earlier ? { ...change, before: earlier.before } : change)
  }
  return [...byRecord.values()]
}
