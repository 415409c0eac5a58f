import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const statements = [
  `create table list_picture (
    id text primary key not null, day_id text not null, group_visit_id text not null, at text not null,
    taken_by text not null, width integer not null, height integer not null, erased_at text,
    changed_seq integer not null)`,
  'create index list_picture_changed on list_picture (changed_seq)',
  'create index list_picture_group on list_picture (group_visit_id)',
]

/** Paper lists of groups as pictures, until their names are keyed in. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
