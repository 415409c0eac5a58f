import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const statements = [
  "alter table photo add column shown_to text not null default '[]'",
  'create table photo_looker (team_id text primary key, need_id text not null, attendance_ids text not null)',
  'create index photo_looker_need on photo_looker (need_id)',
]

/** Who of a team that is out sees the photos of the home where it is. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
