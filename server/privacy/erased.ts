import { CompiledQuery } from 'kysely'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { Tx } from '#server/database/record-table.ts'
import type { Subject, SubjectKind } from '#shared/privacy/erasure.ts'

const insert =
  'insert into erasure (id, kind, at) values (?, ?, ?) on conflict (id) do update set kind = excluded.kind, at = excluded.at'

/** Stands for the time where a restored copy has still to forget somebody: written by the restore itself. */
const due = ''

/** Remembers that these were erased; of what was known of them only the ids are kept. */
export async function rememberErased(work: UnitOfWork, kind: SubjectKind, ids: Iterable<string>): Promise<void> {
  for (const id of ids) await work.tx.executeQuery(CompiledQuery.raw(insert, [id, kind, work.now]))
}

/** Which of these were erased. */
export async function erasedAmong(tx: Tx, ids: readonly string[]): Promise<Subject[]> {
  if (ids.length === 0) return []
  const query = `select id, kind from erasure where id in (${ids.map(() => '?').join(', ')})`
  return (await tx.executeQuery<Subject>(CompiledQuery.raw(query, [...ids]))).rows
}

/** All that were ever erased, those that this file has still to forget apart. */
export async function allErased(tx: Tx): Promise<{ done: Subject[]; due: Subject[] }> {
  const query = 'select id, kind, at from erasure order by at, id'
  const { rows } = await tx.executeQuery<Subject & { at: string }>(CompiledQuery.raw(query))
  const subjects = (wanted: boolean) =>
    rows.filter(({ at }) => (at === due) === wanted).map(({ id, kind }) => ({ id, kind }))
  return { done: subjects(false), due: subjects(true) }
}
