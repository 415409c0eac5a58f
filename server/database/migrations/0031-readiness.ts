import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const tables: Record<string, string> = {
  check_item: `list text not null, text text not null, who text not null, due text not null, asks text not null,
    settled text not null, key text not null, rank integer not null, done_at text, done_by text not null,
    removed_at text`,
  opening_decision: `asked_by text not null, damage text not null, needs text not null, volunteers text not null,
    present text not null, outcome text not null, reason text not null, next_review_at text, decided_at text not null,
    written_by text not null, withdrawn_at text, withdrawn_by text not null`,
  ready_mark: 'begun_at text not null, ready_at text, ready_by text not null',
  stock_item: `kind text not null, name text not null, owner text not null, of_whom text not null, return_on text,
    place text not null, count integer not null, unit text not null, expires_on text, number integer not null,
    look text not null, before text not null, removed_at text`,
  planned_event: `kind text not null, title text not null, date text not null, starts_at text, place text not null,
    note text not null, removed_at text`,
  open_issue: `text text not null, source text not null, who text not null, until text, added_at text not null,
    added_by text not null, done_at text, done_by text not null`,
}

/** The set-up room (開設準備室), in live centers and in drills. */
export async function up(db: Db): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    const own = `id text primary key not null, ${columns}, changed_seq integer not null`
    await sql.raw(`create table ${table} (${own})`).execute(db)
    await sql.raw(`create index ${table}_changed on ${table} (changed_seq)`).execute(db)
  }
  await sql.raw('create unique index stock_item_number on stock_item (number)').execute(db)
}
