import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const numbersOf = (table: string, from: string, column: string) => [
  `create table ${table} (id text primary key not null, phone text not null, changed_seq integer not null)`,
  `create index ${table}_changed on ${table} (changed_seq)`,
  `create index ${table}_number on ${table} (phone)`,
  `insert into ${table} select id, ${column}, changed_seq from ${from}`,
  `alter table ${from} add column has_phone integer not null default 0`,
  `update ${from} set has_phone = (${column} <> '')`,
  `alter table ${from} drop column ${column}`,
]

const statements = [
  'drop index household_phone',
  'drop index need_contact_phone',
  // Telephone numbers have readers of their own: whoever asks for one, each time, in writing.
  ...numbersOf('household_phone', 'household', 'phone'),
  ...numbersOf('need_phone', 'need_contact', 'requester_phone'),
  // Who looked at what. Each row carries the hash of the one before it.
  `create table access_log (position integer primary key not null, id text not null unique, seq integer not null,
    at text not null, actor_id text not null, device text not null, what text not null, record_kind text not null,
    record_id text not null, why text not null, hash text not null)`,
  'create index access_log_actor on access_log (actor_id, at)',
  'create index access_log_record on access_log (record_id)',
]

/** Numbers of survivors are shown on demand, and who looked is kept. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
