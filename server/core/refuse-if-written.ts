import { writerOf } from '#server/core/event-log.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { RecordTable } from '#server/database/record-table.ts'
import type { Problem } from '#shared/core/problem.ts'
import { changedMeanwhile } from '#shared/core/problems.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { RecordKind } from '#shared/records.ts'

/** Refuses a change of a record that was made on an older state; who wrote it since is told with the refusal. */
export async function refuseIfChanged(
  work: UnitOfWork,
  table: Pick<RecordTable<RecordKind>, 'kind' | 'changedSeqOf'>,
  id: string,
  basedOnSeq: number,
): Promise<void> {
  if ((await table.changedSeqOf(work.tx, id)) > basedOnSeq) throw changedMeanwhile({}, [table.kind, id])
}

/**
 * Refuses a change of a text that was made on an older state, and says who wrote in the meantime, and when. `seq` is the
 * act that last wrote it, `basedOnSeq` the last one that the sender had seen.
 */
export async function refuseIfWritten(
  work: UnitOfWork,
  { seq, basedOnSeq }: { seq: number; basedOnSeq: number },
  problemOf: (writer: { by: string; at: string }) => Problem,
): Promise<void> {
  if (seq <= basedOnSeq) return
  const { name, at } = await writerOf(work.tx, seq)
  throw problemOf({ by: name, at: clockOf(at, timeZone) })
}
