import { sql } from 'kysely'
import type { Db } from '#server/database/open.ts'

const withheldHouseholds = 'select id from household where address_withheld = 1'
const withheldNeeds = `select id from need where household_id in (${withheldHouseholds})`

const statements = [
  'alter table need add column address_withheld integer not null default 0',
  'alter table need_contact add column withheld integer not null default 0',
  'alter table photo add column withheld integer not null default 0',
  `update need set address_withheld = 1 where household_id in (${withheldHouseholds})`,
  `update need_contact set withheld = 1 where id in (${withheldNeeds})`,
  `update photo set withheld = 1 where need_id in (${withheldNeeds})`,
]

/** 住所非開示 is written into everything that says where a household is, so that nobody holds it. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
