import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

/**
 * One row: which of several copies of this center may write. The secret is born with the file and goes with every copy
 * of it, so that only a copy can prove that it is a later one.
 */
export async function up(db: Db): Promise<void> {
  await sql
    .raw(
      `create table keeping_state (
        id integer primary key check (id = 1), secret text not null, epoch integer not null, lineage text not null,
        raised_at text, raised_because text, restored_from text, handed_over_at text, handed_over_as text,
        second_folder text not null)`,
    )
    .execute(db)
  await sql
    .raw(
      `insert into keeping_state (id, secret, epoch, lineage, second_folder)
        values (1, lower(hex(randomblob(32))), 1, lower(hex(randomblob(4))), '')`,
    )
    .execute(db)
}
