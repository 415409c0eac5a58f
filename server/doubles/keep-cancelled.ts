import type { Change, UnitOfWork } from '#server/core/unit-of-work.ts'
import { merges } from '#server/doubles/merges.ts'
import { getAttendance } from '#server/volunteers/attendances.ts'
import { cancelledByMerge } from '#shared/doubles/problems.ts'

/**
 * A check-in that a merge cancelled comes back with the merge alone: restored by itself it would count one person
 * twice, and its page has been turned to the other number. Reception, which restores, knows nothing of merges.
 */
export async function keepCancelled(work: UnitOfWork, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    if (change.kind !== 'attendance') continue
    // The kind was asked a line above; the list of all kinds cannot say so by itself.
    const { record, before } = change as unknown as Change<'attendance'>
    if (before?.status !== 'cancelled' || record.status === 'cancelled') continue
    const [merge] = await merges.where(work.tx, { cancelledAttendanceId: record.id, undoneAt: null })
    if (merge?.standingAttendanceId == null) continue
    const { number: standing } = await getAttendance(work.tx, merge.standingAttendanceId)
    throw cancelledByMerge({ number: record.number, standing })
  }
}
