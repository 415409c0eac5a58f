import { CompiledQuery } from 'kysely'
import { hashToken } from '#server/core/secret.ts'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import { refuseTakenId, type Tx } from '#server/database/record-table.ts'

/** Binds a link to the registration of one person or group; only the hash of its token is kept. */
export async function saveRegistrationLink(
  tx: WorkTx,
  token: string,
  registrationId: string,
  now: string,
): Promise<void> {
  const insert = 'insert into registration_link (token_hash, registration_id, created_at) values (?, ?, ?)'
  await tx.executeQuery(CompiledQuery.raw(insert, [hashToken(token), registrationId, now])).catch(refuseTakenId)
}

/** Which registration this link opens, a person's or a group's; a link that was re-issued is dead. */
export async function findLinked(tx: Tx, token: string): Promise<string | undefined> {
  const query = 'select registration_id as id from registration_link where token_hash = ? and revoked_at is null'
  const { rows } = await tx.executeQuery<{ id: string }>(CompiledQuery.raw(query, [hashToken(token)]))
  return rows[0]?.id
}

/** Kills every link to a registration. */
export async function revokeRegistrationLinks(tx: WorkTx, registrationId: string, now: string): Promise<void> {
  const update = 'update registration_link set revoked_at = ? where registration_id = ? and revoked_at is null'
  await tx.executeQuery(CompiledQuery.raw(update, [now, registrationId]))
}

/** Whether somebody holds a link that works. */
export async function hasRegistrationLink(tx: Tx, registrationId: string): Promise<boolean> {
  const query = 'select 1 from registration_link where registration_id = ? and revoked_at is null limit 1'
  const { rows } = await tx.executeQuery(CompiledQuery.raw(query, [registrationId]))
  return rows.length > 0
}
