import { CompiledQuery, type Transaction } from 'kysely'
import type { Schema } from '#server/database/schema.ts'
import type { Problem } from '#shared/core/problem.ts'
import { notFound, otherBodySameId } from '#shared/core/problems.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'

/** A connection inside a transaction; what slices read with. */
export type Tx = Pick<Transaction<Schema>, 'executeQuery'>

/** What `save` needs of a unit of work: saving is announcing. */
export interface Writing {
  readonly tx: Tx
  readonly seq: number
  changed<K extends RecordKind>(kind: K, record: RecordOf<K>, before: RecordOf<K> | undefined): void
}

/** How a field lies in its column: text and numbers as they are, booleans as 0 or 1, lists and objects as JSON text. */
export type ColumnForm = 'plain' | 'boolean' | 'json'

type Row = Record<string, unknown>
type Where<R> = { [F in keyof R]?: R[F] | readonly R[F][] }

/** The one way to read and write a kind of record. */
export interface RecordTable<K extends RecordKind> {
  readonly kind: K
  readonly name: string
  readonly columns: readonly { field: string; column: string; form: ColumnForm }[]
  get(tx: Tx, id: string): Promise<RecordOf<K>>
  find(tx: Tx, id: string): Promise<RecordOf<K> | undefined>
  where(tx: Tx, conditions: Where<RecordOf<K>>): Promise<RecordOf<K>[]>
  count(tx: Tx, conditions: Where<RecordOf<K>>): Promise<number>
  max(tx: Tx, field: keyof RecordOf<K> & string, conditions: Where<RecordOf<K>>): Promise<number>
  changedSince(tx: Tx, seq: number, conditions?: Where<RecordOf<K>>): Promise<RecordOf<K>[]>
  /** The number of the command that last changed a record; 0 if there is none. */
  changedSeqOf(tx: Tx, id: string): Promise<number>
  /** Writes the record, stamps it with the command's number and announces it; returns what was there before. */
  save(work: Writing, record: RecordOf<K>): Promise<RecordOf<K> | undefined>
  /** Writes a record that is new, without looking for an earlier one; a reception in a rush is made of these. */
  add(work: Writing, record: RecordOf<K>): Promise<void>
  /** Writes without announcing: only for a record that no device holds, such as a person who is not here today. */
  write(work: Writing, record: RecordOf<K>): Promise<void>
  /** Reads a row of a hand-written query on this table. */
  fromRow(row: Row): RecordOf<K>
}

function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function toColumn(form: ColumnForm, value: unknown): unknown {
  if (form === 'json') return JSON.stringify(value)
  if (form === 'boolean') return value ? 1 : 0
  return value
}

function fromColumn(form: ColumnForm, value: unknown): unknown {
  if (form === 'json') return JSON.parse(String(value))
  if (form === 'boolean') return value === 1
  return value
}

/** Turns conditions into SQL text and its parameters; the text is the same for the same shape, so it is prepared once. */
function condition(conditions: Row, forms: ReadonlyMap<string, ColumnForm>) {
  const parts: string[] = []
  const parameters: unknown[] = []
  for (const [field, value] of Object.entries(conditions)) {
    const form = forms.get(field) ?? 'plain'
    const column = columnName(field)
    if (value === null) parts.push(`${column} is null`)
    else if (Array.isArray(value)) {
      parts.push(`${column} in (${value.map(() => '?').join(', ')})`)
      parameters.push(...value.map((one) => toColumn(form, one)))
    } else {
      parts.push(`${column} = ?`)
      parameters.push(toColumn(form, value))
    }
  }
  return { sql: parts.length === 0 ? '1 = 1' : parts.join(' and '), parameters }
}

async function rows(tx: Tx, sql: string, parameters: unknown[]): Promise<Row[]> {
  const result = await tx.executeQuery<Row>(CompiledQuery.raw(sql, parameters))
  return result.rows
}

async function oneNumber(tx: Tx, select: string, { sql, parameters }: ReturnType<typeof condition>): Promise<number> {
  const [row] = await rows(tx, `${select} ${sql}`, parameters)
  return Number(row?.value ?? 0)
}

/** The texts that never change, and so are prepared once; each goes on where the conditions or the values are. */
function statements(name: string, columns: readonly { column: string }[]) {
  const read = columns.map(({ column }) => column)
  const written = [...read, 'changed_seq']
  const insert = `insert into ${name} (${written.join(', ')}) values (${written.map(() => '?').join(', ')})`
  const updates = written.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`)
  return {
    select: `select ${read.join(', ')} from ${name} where`,
    insert,
    upsert: `${insert} on conflict (id) do update set ${updates.join(', ')}`,
  }
}

function rowOf(columns: readonly { field: string; form: ColumnForm }[], record: Row): unknown[] {
  return columns.map(({ field, form }) => toColumn(form, record[field]))
}

/** Ids come from the sender: one that belongs to another record must not write over it. */
export function refuseTakenId(error: unknown): never {
  const taken = error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
  throw taken ? otherBodySameId({}) : error
}

function absent(kind: RecordKind): never {
  throw notFound({ kind }) satisfies Problem
}

/** The number of the act that last wrote a record of any kind; 0 where there is none. */
export function changedSeqOf(tx: Tx, kind: string, id: string): Promise<number> {
  const where = { sql: 'id = ?', parameters: [id] }
  return oneNumber(tx, `select max(changed_seq) as value from ${columnName(kind)} where`, where)
}

/** Declares the table of one kind of record; the only place that names its columns' forms. */
export function recordTable<K extends RecordKind>(
  kind: K,
  forms: Record<keyof RecordOf<K> & string, ColumnForm>,
): RecordTable<K> {
  const name = columnName(kind)
  const columns = Object.entries<ColumnForm>(forms).map(([field, form]) => ({ field, column: columnName(field), form }))
  const formOf = new Map<string, ColumnForm>(Object.entries<ColumnForm>(forms))
  const { select, insert, upsert } = statements(name, columns)

  // The one place where a row of the database becomes a typed record; a desk that opens reads twenty thousand of them.
  const fromRow = (row: Row) => {
    const record: Row = {}
    for (const { field, column, form } of columns) record[field] = fromColumn(form, row[column])
    return record as RecordOf<K>
  }

  async function find(tx: Tx, id: string) {
    const [row] = await rows(tx, `${select} id = ?`, [id])
    return row && fromRow(row)
  }

  async function write(work: Writing, sql: string, record: Row): Promise<void> {
    await work.tx.executeQuery(CompiledQuery.raw(sql, [...rowOf(columns, record), work.seq]))
  }

  const aggregate = (tx: Tx, expression: string, conditions: Row) =>
    oneNumber(tx, `select ${expression} as value from ${name} where`, condition(conditions, formOf))

  return {
    kind,
    name,
    columns,
    find,
    fromRow,
    get: async (tx, id) => (await find(tx, id)) ?? absent(kind),
    async where(tx, conditions) {
      const { sql, parameters } = condition(conditions, formOf)
      return (await rows(tx, `${select} ${sql} order by changed_seq`, parameters)).map(fromRow)
    },
    count: (tx, conditions) => aggregate(tx, 'count(*)', conditions),
    max: (tx, field, conditions) => aggregate(tx, `max(${columnName(field)})`, conditions),
    async changedSince(tx, seq, conditions = {}) {
      const { sql, parameters } = condition(conditions, formOf)
      const found = await rows(tx, `${select} changed_seq > ? and ${sql} order by changed_seq`, [seq, ...parameters])
      return found.map(fromRow)
    },
    changedSeqOf: (tx, id) => aggregate(tx, 'max(changed_seq)', { id }),
    async save(work, record) {
      const before = await find(work.tx, record.id)
      await write(work, upsert, { ...record })
      work.changed(kind, record, before)
      return before
    },
    async add(work, record) {
      await write(work, insert, { ...record }).catch(refuseTakenId)
      work.changed(kind, record, undefined)
    },
    write: (work, record) => write(work, upsert, { ...record }),
  }
}

/** Refuses an id that a sender chose for a new record and that belongs to one already. */
export async function refuseTaken(
  table: Pick<RecordTable<RecordKind>, 'changedSeqOf'>,
  tx: Tx,
  id: string,
): Promise<void> {
  if ((await table.changedSeqOf(tx, id)) > 0) throw otherBodySameId({})
}
