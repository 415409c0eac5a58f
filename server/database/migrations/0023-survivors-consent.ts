import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const statements = [
  `create table need_consent (id text primary key not null, version text not null, asked_by text not null, asked_at text,
    answered_by text not null, surname text not null, address text not null, work text not null, health text not null,
    care_hint text not null, changed_seq integer not null)`,
  'create index need_consent_changed on need_consent (changed_seq)',
  // The one sentence that was read out until now asked for surname, address and work together, and for nothing of health.
  `insert into need_consent
    select c.id, iif(c.consent_read_at is null, '', 'needs-2026-11'), iif(c.consent_read_at is null, '', n.clerk),
      c.consent_read_at, c.relation, iif(c.consent_read_at is null, 'notAsked', 'yes'),
      case when c.consent_read_at is null then 'notAsked' when n.address_withheld = 1 then 'no' else 'yes' end,
      iif(c.consent_read_at is null, 'notAsked', 'yes'), 'notAsked', '', c.changed_seq
    from need_contact c join need n on n.id = c.id`,
  'alter table need add column consent_asked integer not null default 0',
  `update need set consent_asked = 1 where id in (select id from need_consent where asked_at is not null)`,
  'alter table need_contact drop column consent_read_at',
  'alter table work_order add column work_withheld integer not null default 0',
  'alter table work_order_place add column name_withheld integer not null default 0',
  `alter table work_order_place add column care_hint text not null default ''`,
]

/** What a household lets the team be told is asked item by item, and what follows from it stands on the sheets. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
