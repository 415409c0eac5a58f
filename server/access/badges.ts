import { revokeCredentials } from '#server/access/sessions.ts'
import { hashToken } from '#server/core/secret.ts'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import { recordTable, type Tx } from '#server/database/record-table.ts'
import { usualSignInRule } from '#shared/access/badge.ts'
import type { SignInRule } from '#shared/access/sign-in-rule.ts'

export const signInRules = recordTable('signInRule', { id: 'plain', badge: 'plain', lockAfterMinutes: 'plain' })
export const staffBadges = recordTable('staffBadge', { id: 'plain', issuedAt: 'plain' })

/** A badge is scanned once a day at each desk; after that, name and PIN change the person in seconds. */
export const enrolledHours = 24

/** How people sign in here. */
export async function signInRuleOf(tx: Tx, kind: 'live' | 'drill'): Promise<Omit<SignInRule, 'id'>> {
  const [rule] = await signInRules.where(tx, {})
  return rule ?? usualSignInRule(kind)
}

/** Whose badge says this. */
export async function findBadgeHolder(tx: WorkTx, badge: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('credential')
    .select('staff_id')
    .where('secret_hash', '=', hashToken(badge))
    .where('kind', '=', 'badge')
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row?.staff_id
}

/** Whether this was somebody's badge and is no longer. */
export async function isWithdrawnBadge(tx: WorkTx, hash: string): Promise<boolean> {
  const known = tx.selectFrom('credential').select('revoked_at').where('secret_hash', '=', hash)
  const row = await known.where('kind', '=', 'badge').executeTakeFirst()
  return row !== undefined && row.revoked_at !== null
}

export async function saveBadge(
  tx: WorkTx,
  { credentialId, staffId, badge, now }: { credentialId: string; staffId: string; badge: string; now: string },
): Promise<void> {
  await withdrawBadge(tx, staffId, now)
  const row = { id: credentialId, staff_id: staffId, kind: 'badge', secret_hash: hashToken(badge), created_at: now }
  await tx
    .insertInto('credential')
    .values({ ...row, revoked_at: null })
    .execute()
}

/** The badge is dead, and no device goes on trusting that it has seen it. */
export async function withdrawBadge(tx: WorkTx, staffId: string, now: string): Promise<void> {
  await revokeCredentials(tx, staffId, 'badge', now)
  await tx.deleteFrom('enrolment').where('staff_id', '=', staffId).execute()
}

interface Enrolling {
  deviceHash: string
  staffId: string
  expiresAt: string
  now: string
}

/** Notes that this device has seen this person's badge. */
export async function enrol(tx: WorkTx, { deviceHash, staffId, expiresAt, now }: Enrolling): Promise<void> {
  const same = tx.deleteFrom('enrolment').where('device_hash', '=', deviceHash).where('staff_id', '=', staffId)
  await same.execute()
  const row = { device_hash: deviceHash, staff_id: staffId, enrolled_at: now, expires_at: expiresAt }
  await tx.insertInto('enrolment').values(row).execute()
}

/** Who may sign in at this device by name and PIN. */
export async function enrolledAt(tx: WorkTx, device: string, now: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('enrolment')
    .select('staff_id')
    .where('device_hash', '=', hashToken(device))
    .where('expires_at', '>', now)
    .execute()
  return rows.map((row) => row.staff_id)
}
