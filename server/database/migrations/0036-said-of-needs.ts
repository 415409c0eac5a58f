import { CompiledQuery, sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const ofNeed = (column: string, path: string) =>
  `coalesce((select json_extract(need.${column}, '${path}') from need where need.id = need_reason.id), '')`

const newColumn = (column: string, from: string) => [
  `alter table need_reason add column ${column} text not null default ''`,
  `update need_reason set ${column} = ${from}`,
]

const statements = [
  ...newColumn('referred_to', ofNeed('outcome', '$.referredTo')),
  ...newColumn('opened_because', ofNeed('gate', '$.openedBecause')),
  ...newColumn('earlier_referred_to', ofNeed('before', '$.outcome.referredTo')),
  `update need set gate = json_remove(gate, '$.openedBecause'), outcome = json_remove(outcome, '$.referredTo'),
    before = json_remove(before, '$.outcome.referredTo')`,
]

/** The same value without those two texts, however deep they lie. */
function withoutTexts(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const { referredTo: _referredTo, openedBecause: _openedBecause, ...rest } = value as Record<string, unknown>
  return Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, withoutTexts(inner)]))
}

interface Way {
  changes: { kind: string; fields: Record<string, unknown[]> }[]
}

/** A merge of before that is taken back puts none of them where every desk reads it. */
function withoutTextsOfNeeds({ changes, ...rest }: Way): Way {
  const kept = changes.map((change) => {
    if (change.kind !== 'need') return change
    const fields = Object.entries(change.fields).map(([field, two]) => [field, two.map(withoutTexts)])
    return { ...change, fields: Object.fromEntries(fields) as Way['changes'][number]['fields'] }
  })
  return { ...rest, changes: kept }
}

/** To whom a household was referred and why a gate was opened may tell of a home: no longer on every desk. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  const { rows } = await db.executeQuery<{ id: string; changes: string }>(
    CompiledQuery.raw('select id, changes from way_back'),
  )
  for (const { id, changes } of rows) {
    const kept = JSON.stringify(withoutTextsOfNeeds(JSON.parse(changes) as Way))
    await db.executeQuery(CompiledQuery.raw('update way_back set changes = ? where id = ?', [kept, id]))
  }
}
