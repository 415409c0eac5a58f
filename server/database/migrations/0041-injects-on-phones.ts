import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

/** Who gave an inject, which team it happens to, whose phone shows it, and when it was first read on one. */
export async function up(db: Db): Promise<void> {
  for (const column of ['team_id', 'leader_id', 'seen_at'])
    await sql.raw(`alter table inject add column ${column} text`).execute(db)
  await sql.raw("alter table inject add column fired_by text not null default ''").execute(db)
  await sql.raw('create index inject_leader on inject (leader_id)').execute(db)
}
