import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

/** A drill for one person at one desk, and their wish to play it once more. */
export async function up(db: Db): Promise<void> {
  await sql.raw("alter table drill_state add column solo_desk text not null default ''").execute(db)
  await sql.raw('alter table drill_state add column again integer not null default 0').execute(db)
}
