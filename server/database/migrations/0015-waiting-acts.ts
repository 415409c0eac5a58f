import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const statements = [
  `create table waiting_act (
    id text primary key not null, type text not null, for_id text not null, for_name text not null,
    asked_at text not null, ran_hours integer not null, status text not null, answered_by text not null,
    ended_at text, problem text, changed_seq integer not null)`,
  'create index waiting_act_changed on waiting_act (changed_seq)',
  // What stood in a waiting act, letter by letter; deleted when it has ended.
  'create table waiting_act_body (id text primary key not null, body text not null, body_hash text not null)',
  // Who gave whom a way to consent, and for how many steady hours the server has run since.
  `create table staff_maker (
    staff_id text not null, maker_id text not null, at text not null, ran_hours integer not null,
    primary key (staff_id, maker_id))`,
]

/** Acts for two people that wait, and who made whom a lead. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
