import { CompiledQuery } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import { hashToken } from '#server/core/secret.ts'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import { refuseTakenId, type Tx } from '#server/database/record-table.ts'

/** Binds a personal link to one attendance; only the hash of its token is kept. */
export async function savePersonalLink(
  tx: WorkTx,
  token: string,
  attendanceId: string,
  dayId: string,
  now: string,
): Promise<void> {
  const insert = 'insert into personal_link (token_hash, attendance_id, day_id, created_at) values (?, ?, ?, ?)'
  await tx.executeQuery(CompiledQuery.raw(insert, [hashToken(token), attendanceId, dayId, now])).catch(refuseTakenId)
}

/** Whose link this is; a link that was re-issued is dead. */
export async function findLinkedAttendance(tx: Tx, token: string): Promise<string | undefined> {
  const query = 'select attendance_id from personal_link where token_hash = ? and revoked_at is null'
  const { rows } = await tx.executeQuery<{ attendance_id: string }>(CompiledQuery.raw(query, [hashToken(token)]))
  return rows[0]?.attendance_id
}

export async function volunteerOf(tx: Tx, token: string): Promise<Actor | undefined> {
  const attendanceId = await findLinkedAttendance(tx, token)
  return attendanceId === undefined ? undefined : { kind: 'volunteer', attendanceId }
}

/** Kills every link of an attendance; whoever still holds one is nobody from now on. */
export async function revokePersonalLinks(tx: WorkTx, attendanceId: string, now: string): Promise<void> {
  const update = 'update personal_link set revoked_at = ? where attendance_id = ? and revoked_at is null'
  await tx.executeQuery(CompiledQuery.raw(update, [now, attendanceId]))
}
