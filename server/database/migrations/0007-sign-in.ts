import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const records: Record<string, string> = {
  sign_in_rule: 'id text primary key not null, badge text not null, lock_after_minutes integer not null',
  staff_badge: 'id text primary key not null, issued_at text not null',
}

const others = [
  // Which devices have seen whose badge.
  `create table enrolment (
    device_hash text not null, staff_id text not null, enrolled_at text not null, expires_at text not null,
    primary key (device_hash, staff_id))`,
  'create index enrolment_staff on enrolment (staff_id)',
  'create index credential_secret on credential (secret_hash)',
  // Which phones a personal link is bound to.
  `create table personal_link_device (
    token_hash text not null, device_hash text not null, bound_at text not null,
    primary key (token_hash, device_hash))`,
]

/** Badges, the devices that know them, and the phones that a personal link belongs to. */
export async function up(db: Db): Promise<void> {
  for (const statement of others) await sql.raw(statement).execute(db)
  for (const [name, columns] of Object.entries(records)) {
    await sql.raw(`create table ${name} (${columns}, changed_seq integer not null)`).execute(db)
    await sql.raw(`create index ${name}_changed on ${name} (changed_seq)`).execute(db)
  }
}
