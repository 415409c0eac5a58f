import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

/** Who was erased: ids and nothing else, so that an older copy of the file can be brought to the same state. */
export async function up(db: Db): Promise<void> {
  await sql.raw('create table erasure (id text primary key not null, kind text not null, at text not null)').execute(db)
}
