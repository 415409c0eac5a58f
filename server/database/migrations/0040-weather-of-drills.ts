import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

/** A drill's weather hour by hour, and how its center stood at the beginning: line, power, and what was done already. */
export async function up(db: Db): Promise<void> {
  await sql.raw("alter table drill_state add column weather text not null default '[]'").execute(db)
  await sql.raw('alter table drill_state add column opening text').execute(db)
}
