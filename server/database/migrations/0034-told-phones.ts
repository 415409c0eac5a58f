import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

/** How often a drill has told its phones that there is something to ask for. */
export async function up(db: Db): Promise<void> {
  await sql.raw('alter table drill_state add column told_phones integer not null default 0').execute(db)
}
