import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const tables: Record<string, string> = {
  drill_state: `scenario_name text not null, title text not null, seed integer not null, started_at text not null,
    ends_at text not null, speed real not null, jump_to text, devices_off text not null, phase text not null`,
  inject: `key text not null, recipient text not null, title text not null, text text not null, script text not null,
    due_at text, condition text not null, answer_within integer, state text not null, fired_at text, answered_at text,
    answered_by text not null, answer text not null`,
  drill_seat: 'desk_name text not null, player text not null, since text not null, by_name text not null',
  participant: `role text not null, name text not null, desk_name text, card_id text, joined_at text not null,
    left_at text`,
  role_card: `key text not null, role text not null, title text not null, who text not null,
    what_happened text not null, knows text not null, does_not_know text not null, says_first text not null`,
  observation: `desk_name text, by_name text not null, at text not null, mark text not null, text text not null,
    check_key text not null, photo_ids text not null`,
  drill_outcome: `key text not null, title text not null, due_at text, state text not null, at text,
    why text not null, seqs text not null`,
  drill_fact: 'kind text not null, key text not null, happened_at text not null, on_paper integer not null',
}

/** What exists only in a drill's center; in a live one these tables stay empty. */
export async function up(db: Db): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    const own = `id text primary key not null, ${columns}, changed_seq integer not null`
    await sql.raw(`create table ${table} (${own})`).execute(db)
    await sql.raw(`create index ${table}_changed on ${table} (changed_seq)`).execute(db)
  }
  await sql.raw('create table participant_link (token_hash text primary key, participant_id text not null)').execute(db)
}
