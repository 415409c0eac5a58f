import { CompiledQuery } from 'kysely'
import type { Tx } from '#server/database/record-table.ts'

const add =
  'insert into counter (name, value) values (?, ?) on conflict (name) do update set value = value + excluded.value returning value'

/** Adds to a counter inside the transaction and returns its new value. */
export async function addToCounter(tx: Tx, name: string, amount: number): Promise<number> {
  const { rows } = await tx.executeQuery<{ value: number }>(CompiledQuery.raw(add, [name, amount]))
  return rows[0]?.value ?? 0
}

const addWithin =
  'insert into counter (name, value) values (?, ?) on conflict (name) do update set value = value + excluded.value where value + excluded.value <= ? returning value'

/** Adds only where the limit holds afterwards; asked and taken in one statement, so that a rush cannot come between. */
export async function addWithinLimit(tx: Tx, name: string, amount: number, limit: number): Promise<boolean> {
  if (amount > limit) return false
  const { rows } = await tx.executeQuery<{ value: number }>(CompiledQuery.raw(addWithin, [name, amount, limit]))
  return rows.length > 0
}

/** The next number that people will see; never given twice, also not after an erasure. */
export const nextNumber = (tx: Tx, name: string) => addToCounter(tx, name, 1)

export async function readCounter(tx: Tx, name: string): Promise<number> {
  const query = CompiledQuery.raw('select value from counter where name = ?', [name])
  const { rows } = await tx.executeQuery<{ value: number }>(query)
  return rows[0]?.value ?? 0
}

/** All counters whose names begin so, in one look. */
export async function readCounters(tx: Tx, beginning: string): Promise<Map<string, number>> {
  const text = 'select name, value from counter where name >= ? and name < ?'
  const query = CompiledQuery.raw(text, [beginning, `${beginning}\uffff`])
  const { rows } = await tx.executeQuery<{ name: string; value: number }>(query)
  return new Map(rows.map(({ name, value }) => [name, value]))
}
