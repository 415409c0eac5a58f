import type { z } from 'zod'
import { findShownDay } from '#server/center/centers.ts'
import { writerOf } from '#server/core/event-log.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { keepWayBack, type WayBack } from '#server/core/way-back.ts'
import { refuseTaken, type Tx } from '#server/database/record-table.ts'
import { merges } from '#server/doubles/merges.ts'
import type { About } from '#shared/core/problem.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { mergeNeeds } from '#shared/doubles/commands.ts'
import type { Merge } from '#shared/doubles/merge.ts'
import { alreadyMerged, changedSince } from '#shared/doubles/problems.ts'
import { twoProblem } from '#shared/doubles/rules.ts'

export type Two = Omit<z.infer<typeof mergeNeeds.input>, 'take'>

/** One of the two as the rules need it: what it is called, where it went, and when it was last written. */
export interface Side {
  label: string
  /** What the record that it was merged into is called. */
  into: string | null
  seq: number
  about: About
}

async function refuseStale(tx: Tx, { label, into, seq, about }: Side, basedOn: number): Promise<void> {
  if (into !== null) throw alreadyMerged({ label, into }, about)
  if (seq <= basedOn) return
  const { name, at } = await writerOf(tx, seq)
  throw changedSince({ label, by: name, at: clockOf(at, timeZone) })
}

/** Refuses two that are one record, that were merged before, or that somebody has written to since the sender looked. */
export async function refuseUnlessTwo(work: UnitOfWork, two: Two, sides: { kept: Side; merged: Side }): Promise<void> {
  await refuseTaken(merges, work.tx, two.mergeId)
  const problem = twoProblem(two.keptId, two.mergedId)
  if (problem) throw problem
  await refuseStale(work.tx, sides.kept, two.basedOn.kept)
  await refuseStale(work.tx, sides.merged, two.basedOn.merged)
}

/** Writes the merge down with its way back. */
export async function saveMerge(
  work: UnitOfWork,
  two: Two,
  about: Pick<Merge, 'kind' | 'keptLabel' | 'mergedLabel'> & Partial<Merge>,
  way: WayBack,
): Promise<void> {
  const { mergeId: id, keptId, mergedId } = two
  const dayId = (await findShownDay(work.tx))?.id ?? null
  const none = { standingAttendanceId: null, cancelledAttendanceId: null, undoneAt: null, undoneBy: '' }
  await merges.add(work, { ...none, id, dayId, keptId, mergedId, byName: work.actorName, at: work.now, ...about })
  await keepWayBack(work, id, way)
}
