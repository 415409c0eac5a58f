import { CompiledQuery, sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const ownTable = (table: string, columns: readonly string[]) => [
  `create table ${table} (id text primary key not null, ${columns.map((column) => `${column} text not null`).join(', ')},
    changed_seq integer not null)`,
  `create index ${table}_changed on ${table} (changed_seq)`,
]

const movedText = (table: string, from: string, column: string, says: string) => [
  ...ownTable(table, [column]),
  `insert into ${table} select id, ${column}, changed_seq from ${from}`,
  `alter table ${from} add column ${says} integer not null default 0`,
  `update ${from} set ${says} = (${column} <> '')`,
  `alter table ${from} drop column ${column}`,
]

const statements = [
  ...movedText('household_note', 'household', 'considerations', 'has_note'),
  ...movedText('need_story', 'need_contact', 'story', 'has_story'),
  ...ownTable('need_reason', ['reason', 'earlier']),
  `insert into need_reason select id, coalesce(json_extract(outcome, '$.reason'), ''),
    coalesce(json_extract(before, '$.outcome.reason'), ''), changed_seq from need`,
  `update need set outcome = json_remove(outcome, '$.reason'), before = json_remove(before, '$.outcome.reason')`,
]

type Fields = Record<string, [was: unknown, became: unknown]>
interface Way {
  changes: { kind: string; id: string; fields: Fields }[]
}

function withoutReason(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { reason: _, ...rest } = value as Record<string, unknown>
  return 'outcome' in rest ? { ...rest, outcome: withoutReason(rest.outcome) } : rest
}

/** A merge of before that is taken back puts each text where it lies now. */
function movedWay({ changes, ...rest }: Way): Way {
  const moved = changes.flatMap(({ kind, id, fields }) => {
    const { considerations, ...others } = fields
    if (kind === 'household' && considerations !== undefined)
      return [
        { kind, id, fields: others },
        { kind: 'householdNote', id, fields: { considerations } },
      ]
    if (kind !== 'need') return [{ kind, id, fields }]
    const kept = Object.entries(fields).map(([field, two]) => [
      field,
      field === 'outcome' || field === 'before' ? two.map(withoutReason) : two,
    ])
    return [{ kind, id, fields: Object.fromEntries(kept) as Fields }]
  })
  return { ...rest, changes: moved }
}

/** What callers said and what households need is shown on demand; why a need was turned away, to whoever works with it. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  const { rows } = await db.executeQuery<{ id: string; changes: string }>(
    CompiledQuery.raw('select id, changes from way_back'),
  )
  for (const { id, changes } of rows) {
    const moved = JSON.stringify(movedWay(JSON.parse(changes) as Way))
    await db.executeQuery(CompiledQuery.raw('update way_back set changes = ? where id = ?', [moved, id]))
  }
}
