import { isDeepStrictEqual } from 'node:util'
import { CompiledQuery } from 'kysely'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { Tx } from '#server/database/record-table.ts'
import { readOwnJson } from '#shared/core/json.ts'
import type { RecordKind } from '#shared/records.ts'

/** What an act changed of one record: each field as it was and as it became. */
export interface Noted {
  kind: RecordKind
  id: string
  fields: Record<string, [was: unknown, became: unknown]>
}

/** What an act changed, in its order, and the personal pages that it turned to another check-in. */
export interface WayBack {
  changes: Noted[]
  links: { tokenHash: string; attendanceId: string }[]
}

type Fields = Record<string, unknown> & { id: string }

/** Notes in what a record differs after an act. */
export function note(way: WayBack, kind: RecordKind, was: { id: string }, became: { id: string }): void {
  const [before, after]: Fields[] = [{ ...was }, { ...became }]
  const changed = Object.keys(after ?? {}).filter((field) => !isDeepStrictEqual(before?.[field], after?.[field]))
  if (changed.length === 0) return
  const fields = Object.fromEntries(changed.map((field) => [field, [before?.[field], after?.[field]]] as const))
  way.changes.push({ kind, id: was.id, fields: fields as Noted['fields'] })
}

/**
 * A record with an act taken back: what still is as the act left it becomes what it was, counts lose what they gained,
 * and what was written since stays.
 */
export function takenBack<R extends { id: string }>(record: R, { fields }: Noted): R {
  const now: Fields = { ...record }
  for (const [field, [was, became]] of Object.entries(fields)) {
    if (isDeepStrictEqual(now[field], became)) now[field] = was
    else if (typeof now[field] === 'number' && typeof was === 'number' && typeof became === 'number')
      now[field] = now[field] - (became - was)
  }
  // Only fields that the record has were noted, with values that it had.
  return now as unknown as R
}

export async function keepWayBack(work: UnitOfWork, id: string, way: WayBack): Promise<void> {
  const insert = 'insert into way_back (id, changes) values (?, ?)'
  await work.tx.executeQuery(CompiledQuery.raw(insert, [id, JSON.stringify(way)]))
}

export async function findWayBack(tx: Tx, id: string): Promise<WayBack | undefined> {
  const query = CompiledQuery.raw('select changes from way_back where id = ?', [id])
  const [row] = (await tx.executeQuery<{ changes: string }>(query)).rows
  return row && readOwnJson<WayBack>(row.changes)
}

export async function forgetWayBack(work: UnitOfWork, id: string): Promise<void> {
  await work.tx.executeQuery(CompiledQuery.raw('delete from way_back where id = ?', [id]))
}
