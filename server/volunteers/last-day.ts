import { CompiledQuery } from 'kysely'
import type { RecordTable, Tx } from '#server/database/record-table.ts'
import type { RecordOf } from '#shared/records.ts'

/** The open day, or the one that was opened last; empty before the first. */
export async function lastDayId(tx: Tx): Promise<string> {
  const query = CompiledQuery.raw('select id from day order by opened_at desc limit 1')
  const { rows } = await tx.executeQuery<{ id: string }>(query)
  return rows[0]?.id ?? ''
}

type PersonKind = 'person' | 'personContact' | 'emergencyContact'

/** The records of those who checked in on the last day; people last for years, and no desk holds them all. */
export async function peopleOfLastDay<K extends PersonKind>(
  tx: Tx,
  table: RecordTable<K>,
  seq: number,
): Promise<RecordOf<K>[]> {
  const here = 'id in (select person_id from attendance where day_id = ?)'
  const text = `select * from ${table.name} where changed_seq > ? and ${here} order by changed_seq`
  const { rows } = await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [seq, await lastDayId(tx)]))
  return rows.map((row) => table.fromRow(row))
}
