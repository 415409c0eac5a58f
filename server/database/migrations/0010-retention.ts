import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const records: Record<string, string> = {
  retention_rule: `personal_days integer not null, day_only_days integer not null, access_log_months integer not null,
    roster_months integer not null`,
  activation_closing: 'closed_on text not null, closed_at text not null, closed_by text not null, reopened_at text',
  erasure_notice: `what text not null, people integer not null, households integer not null, erase_on text not null,
    noticed_on text not null, running_days integer not null, last_running_on text, postponed_to text,
    because text not null, done_on text`,
}

/** How long personal data is kept, that the center was closed, and that data is going to be erased by itself. */
export async function up(db: Db): Promise<void> {
  for (const [name, columns] of Object.entries(records)) {
    await sql
      .raw(`create table ${name} (id text primary key not null, ${columns}, changed_seq integer not null)`)
      .execute(db)
    await sql.raw(`create index ${name}_changed on ${name} (changed_seq)`).execute(db)
  }
}
