import type { Center } from '#server/core/center.ts'
import { tableOf } from '#server/doubles/writing.ts'
import { newId } from '#shared/core/ids.ts'
import type { Sender } from '#tests/support/center.ts'

/** What a merge carries: fresh ids, and both records as they are now. */
export async function twoOf(center: Center, keptId: string, mergedId: string) {
  const latest = async (id: string) => {
    const kinds = ['person', 'personContact', 'emergencyContact', 'household', 'need'] as const
    const seqs = await Promise.all(kinds.map((kind) => tableOf(kind).changedSeqOf(center.db, id)))
    return Math.max(...seqs)
  }
  const basedOn = { kept: await latest(keptId), merged: await latest(mergedId) }
  return { mergeId: newId(), keptId, mergedId, basedOn, take: [] }
}

/** Merges as a desk does that has just looked at both; answers the merge's id. */
export async function givenMerge(
  sender: Sender,
  center: Center,
  type: 'doubles.mergePersons' | 'doubles.mergeHouseholds' | 'doubles.mergeNeeds',
  [keptId, mergedId]: readonly [string, string],
): Promise<string> {
  const two = await twoOf(center, keptId, mergedId)
  await sender.send(type, two)
  return two.mergeId
}
