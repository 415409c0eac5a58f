import { refuseIfWritten } from '#server/core/refuse-if-written.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { RecordTable } from '#server/database/record-table.ts'
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
  const { number, basedOnSeq } = sent
  await refuseIfWritten(work, { seq, basedOnSeq }, (writer) => changedMeanwhile({ number, ...writer }))
}
