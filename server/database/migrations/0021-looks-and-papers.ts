import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const records: Record<string, string> = {
  look_rule: 'id text primary key not null, many_looks integer not null',
  paper_count: `id text primary key not null, date text not null, printed integer not null, back integer not null,
    missing text not null, counted_by text not null, counted_at text not null`,
}

/** How many people stand on what was looked at, which number its paper carries, and what came of the papers of a day. */
export async function up(db: Db): Promise<void> {
  await sql.raw('alter table access_log add column people integer').execute(db)
  await sql.raw('alter table access_log add column paper integer').execute(db)
  for (const [name, columns] of Object.entries(records)) {
    await sql.raw(`create table ${name} (${columns}, changed_seq integer not null)`).execute(db)
    await sql.raw(`create index ${name}_changed on ${name} (changed_seq)`).execute(db)
  }
}
