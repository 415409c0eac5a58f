import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

/** One row by which a center proves that it can be written. */
export async function up(db: Db): Promise<void> {
  await sql.raw('create table heartbeat (id integer primary key check (id = 1), beat integer not null)').execute(db)
  await sql.raw('insert into heartbeat (id, beat) values (1, 0)').execute(db)
}
