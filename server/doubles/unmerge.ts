import { CompiledQuery } from 'kysely'
import { days } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { findWayBack, forgetWayBack, type Noted, takenBack, type WayBack } from '#server/core/way-back.ts'
import { merges } from '#server/doubles/merges.ts'
import { tableOf, write } from '#server/doubles/writing.ts'
import { tellWhoLooks } from '#server/photos/show-to-team.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { placesLeft, reservationOfArrival } from '#server/volunteers/kept-places.ts'
import { getWholePerson, savePerson } from '#server/volunteers/save-person.ts'
import { notAllowed } from '#shared/core/problems.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { unmerge } from '#shared/doubles/commands.ts'
import type { Merge, MergeKind } from '#shared/doubles/merge.ts'
import { cannotTakeBack, mergedOn } from '#shared/doubles/problems.ts'
import { unmergeProblem } from '#shared/doubles/rules.ts'
import { takesPlace } from '#shared/volunteers/rules.ts'

/** Whoever merges persons un-merges persons; needs and households belong to the needs desk. */
export function refuseOtherDesk(work: UnitOfWork, kind: MergeKind): void {
  const held = work.actor.kind === 'staff' ? work.actor.capabilities : []
  const wanted = kind === 'person' ? (['reception.manage', 'roster.manage'] as const) : (['needs.manage'] as const)
  if (!wanted.some((capability) => held.includes(capability))) throw notAllowed({})
}

async function isFullFor(work: UnitOfWork, { id, dayId }: { id: string; dayId: string }): Promise<boolean> {
  const day = await days.get(work.tx, dayId)
  return (await placesLeft(work.tx, day, await reservationOfArrival(work.tx, id))) <= 0
}

/** A check-in that was cancelled for the other takes a place again, if there still is one. */
async function restored(work: UnitOfWork, noted: Noted, record: { id: string }) {
  const after = takenBack(record, noted)
  if (noted.kind !== 'attendance') return after
  const was = await attendances.get(work.tx, record.id)
  const becomes = { ...was, ...after }
  const comesBack = !takesPlace(was.status) && takesPlace(becomes.status)
  const isFull = comesBack && (await isFullFor(work, was))
  return isFull ? { ...becomes, status: 'waitingListed' as const } : becomes
}

/** Takes an act back, the last of its changes first. */
export async function goBack(work: UnitOfWork, way: WayBack): Promise<void> {
  for (const noted of way.changes.toReversed()) {
    const record = await tableOf(noted.kind).get(work.tx, noted.id)
    await write(work, noted.kind, (await restored(work, noted, record)) as typeof record)
  }
  for (const { tokenHash, attendanceId } of way.links) {
    const update = 'update personal_link set attendance_id = ? where token_hash = ?'
    await work.tx.executeQuery(CompiledQuery.raw(update, [attendanceId, tokenHash]))
  }
}

/** Desks hold the people of the day: both are told of as they are now. */
export async function tellOfPersons(work: UnitOfWork, ids: readonly string[]): Promise<void> {
  for (const id of ids) await savePerson(work, await getWholePerson(work.tx, id))
}

async function refuse(work: UnitOfWork, merge: Merge): Promise<void> {
  refuseOtherDesk(work, merge.kind)
  const problem = unmergeProblem(merge, work.now, timeZone, (instant) => clockOf(instant, timeZone))
  if (problem) throw problem
  const kept = await tableOf(merge.kind).get(work.tx, merge.keptId)
  if ('mergedInto' in kept && kept.mergedInto !== null)
    throw mergedOn({ label: merge.keptLabel }, [merge.kind, kept.id])
}

export const unmergeHandler = handle(unmerge, async (work, { mergeId }) => {
  const merge = await merges.get(work.tx, mergeId)
  await refuse(work, merge)
  const way = await findWayBack(work.tx, mergeId)
  if (!way) throw cannotTakeBack({})
  await goBack(work, way)
  if (merge.kind === 'household') {
    const needsOf = (label: string) => label.replace('の世帯', '')
    work.describe({ keptHousehold: needsOf(merge.keptLabel), mergedHousehold: needsOf(merge.mergedLabel) })
  }
  if (merge.kind === 'person') await tellOfPersons(work, [merge.keptId, merge.mergedId])
  await forgetWayBack(work, mergeId)
  await merges.save(work, { ...merge, undoneAt: work.now, undoneBy: work.actorName })
  if (merge.kind === 'need') {
    for (const needId of [merge.keptId, merge.mergedId]) await tellWhoLooks(work, needId)
    const numberOf = (label: string) => Number(label.replace('N-', ''))
    work.describe({ need: numberOf(merge.keptLabel), merged: numberOf(merge.mergedLabel) })
  }
})
