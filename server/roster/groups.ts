import { CompiledQuery } from 'kysely'
import { recordTable, type Tx } from '#server/database/record-table.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import type { GroupContact, RegisteredGroup } from '#shared/roster/registered-group.ts'

export const registeredGroups = recordTable('registeredGroup', {
  id: 'plain',
  number: 'plain',
  status: 'plain',
  channel: 'plain',
  name: 'plain',
  nameKana: 'plain',
  kind: 'plain',
  usualHeadcount: 'plain',
  skills: 'json',
  vehicles: 'json',
  areas: 'json',
  days: 'json',
  tools: 'json',
  insurance: 'json',
  consentVersion: 'plain',
  consentAt: 'plain',
  registeredAt: 'plain',
  renewedFor: 'plain',
  note: 'plain',
  changedBy: 'plain',
  changedAt: 'plain',
})

export const groupContacts = recordTable('groupContact', {
  id: 'plain',
  leaderName: 'plain',
  leaderKana: 'plain',
  phone: 'plain',
  email: 'plain',
  address: 'plain',
})

const upsert =
  'insert into group_key (id, key, phone) values (?, ?, ?) on conflict (id) do update set key = excluded.key, phone = excluded.phone'

/** Keeps by what a group is found in step with what it is. */
export async function indexGroup(tx: Tx, group: RegisteredGroup, contact: GroupContact): Promise<void> {
  const key = [group.nameKana, group.name, contact.leaderKana, contact.leaderName].map(searchKey).join(' ')
  await tx.executeQuery(CompiledQuery.raw(upsert, [group.id, key, contact.phone]))
}
