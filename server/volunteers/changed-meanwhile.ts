import { writerOf } from '#server/core/event-log.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { RecordTable } from '#server/database/record-table.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { RecordKind } from '#shared/records.ts'
import { changedMeanwhile } from '#shared/volunteers/problems.ts'

/** Refuses a change that was made on an older state, and says who wrote in the meantime, and when. */
export async function refuseIfChanged<K extends RecordKind>(
  work: UnitOfWork,
  table: RecordTable<K>,
  id: string,
  sent: { number: number; basedOnSeq: number },
): Promise<void> {
  const seq = await table.changedSeqOf(work.tx, id)
  if (seq <= sent.basedOnSeq) return
  const { name, at } = await writerOf(work.tx, seq)
  throw changedMeanwhile({ number: sent.number, by: name, at: clockOf(at, timeZone) })
}
