import { findStaff } from '#server/access/staff.ts'
import type { Actor } from '#server/core/actor.ts'
import { hashToken } from '#server/core/secret.ts'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import type { CenterProfile } from '#shared/center/profile.ts'
import { capabilitiesOf } from '#shared/center/profiles.ts'

/** A session lasts one long day at most; switching the person at a desk opens another. */
export const sessionHours = 12

export interface StoredSession {
  id: string
  staffId: string
  openedAt: string
  expiresAt: string
  closedAt: string | null
}

export async function findSession(tx: WorkTx, token: string): Promise<StoredSession | undefined> {
  const row = await tx.selectFrom('session').selectAll().where('token_hash', '=', hashToken(token)).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    staffId: row.staff_id,
    openedAt: row.opened_at,
    expiresAt: row.expires_at,
    closedAt: row.closed_at,
  }
}

/** Who holds this session, with the capabilities of the desks they hold now; undefined once they are withdrawn. */
export async function staffActor(
  tx: WorkTx,
  session: StoredSession,
  profile: CenterProfile,
): Promise<Actor | undefined> {
  if (session.closedAt !== null) return undefined
  const staff = await findStaff(tx, session.staffId)
  if (staff?.status !== 'active') return undefined
  const held = capabilitiesOf(profile, staff.deskNames)
  return { kind: 'staff', staffId: staff.id, sessionId: session.id, name: staff.name, capabilities: held }
}

/** The hash of the PIN that opens a session for this person. */
export async function findPinHash(tx: WorkTx, staffId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('credential')
    .select('secret_hash')
    .where('staff_id', '=', staffId)
    .where('kind', '=', 'pin')
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row?.secret_hash
}

export async function savePinHash(
  tx: WorkTx,
  credentialId: string,
  staffId: string,
  hash: string,
  now: string,
): Promise<void> {
  await revokeCredentials(tx, staffId, 'pin', now)
  const row = { id: credentialId, staff_id: staffId, kind: 'pin', secret_hash: hash, created_at: now, revoked_at: null }
  await tx.insertInto('credential').values(row).execute()
}

export async function revokeCredentials(
  tx: WorkTx,
  staffId: string,
  kind: 'pin' | 'badge',
  now: string,
): Promise<void> {
  await tx
    .updateTable('credential')
    .set({ revoked_at: now })
    .where('staff_id', '=', staffId)
    .where('kind', '=', kind)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function closeSessionsOf(tx: WorkTx, staffId: string, now: string, except = ''): Promise<void> {
  await tx
    .updateTable('session')
    .set({ closed_at: now })
    .where('staff_id', '=', staffId)
    .where('id', '!=', except)
    .where('closed_at', 'is', null)
    .execute()
}
