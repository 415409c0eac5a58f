import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const statements = [
  `alter table open_issue add column drill text not null default 'null'`,
  'alter table open_issue add column from_before integer not null default 0',
]

/** An issue says which drill showed it, and in a drill whether it was open before. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
