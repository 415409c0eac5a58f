import { CompiledQuery } from 'kysely'
import { ofShownDay } from '#server/center/centers.ts'
import type { RecordTable, Tx } from '#server/database/record-table.ts'
import type { RecordOf } from '#shared/records.ts'

type PersonKind = 'person' | 'personContact' | 'emergencyContact'

/** The records of those who checked in on the day that desks hold; people last for years, and no desk holds them all. */
export async function peopleOfShownDay<K extends PersonKind>(
  tx: Tx,
  table: RecordTable<K>,
  seq: number,
): Promise<RecordOf<K>[]> {
  const { dayId } = await ofShownDay(tx)
  const here = 'id in (select person_id from attendance where day_id = ?)'
  const text = `select * from ${table.name} where changed_seq > ? and ${here} order by changed_seq`
  const { rows } = await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [seq, dayId]))
  return rows.map((row) => table.fromRow(row))
}
