import { CompiledQuery } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import { hashToken } from '#server/core/secret.ts'
import type { WorkTx } from '#server/core/unit-of-work.ts'
import { refuseTakenId, type Tx } from '#server/database/record-table.ts'
import { addMinutes, dateOf, timeZone } from '#shared/core/time.ts'

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

/** A link with its day; one that was re-issued is dead. */
interface Link {
  attendanceId: string
  dayId: string
}

async function findLink(tx: Tx, token: string, further: string, parameters: readonly string[]) {
  const query = `select attendance_id as attendanceId, day_id as dayId from personal_link as link
    where token_hash = ? and revoked_at is null ${further}`
  const { rows } = await tx.executeQuery<Link>(CompiledQuery.raw(query, [hashToken(token), ...parameters]))
  return rows[0]
}

/** Who is still on the way after midnight keeps their link until the morning. */
const nightHours = 4

/**
 * Links are for one day: until the next morning by the center's clock, or another day is opened, and for who has left
 * until the day is closed. Who was still out when it was closed may need the center.
 */
const ofShownDay = `and not exists (
  select 1 from day as own join day as later on later.date > own.date where own.id = link.day_id)
  and exists (select 1 from day as own where own.id = link.day_id and own.date >= ?
    and (own.status = 'open' or not exists (
      select 1 from attendance as mine where mine.id = link.attendance_id and mine.status = 'left')))`

const dayStillShown = (now: string) => dateOf(addMinutes(now, -nightHours * 60), timeZone)

const ofThisPhone = `and (not exists (select 1 from personal_link_device as bound where bound.token_hash = link.token_hash)
  or exists (select 1 from personal_link_device as bound
    where bound.token_hash = link.token_hash and bound.device_hash = ?))`

const phoneHash = (phone: string | undefined) => (phone === undefined ? '' : hashToken(phone))

/** Whose link this was on any day, where it is this phone's: who came before is recognised by it. */
export async function findLinkedAttendance(tx: Tx, token: string, phone?: string): Promise<string | undefined> {
  return (await findLink(tx, token, ofThisPhone, [phoneHash(phone)]))?.attendanceId
}

/** The link of the day that is shown, on whatever phone. */
export async function findLinkOfDay(tx: Tx, token: string, now: string): Promise<Link | undefined> {
  return findLink(tx, token, ofShownDay, [dayStillShown(now)])
}

/** Who speaks by this link: on its day, and on a phone that it is bound to, or before it is bound to any. */
export async function volunteerOf(
  tx: Tx,
  { token, phone, now }: { token: string; phone: string | undefined; now: string },
): Promise<Actor | undefined> {
  const link = await findLink(tx, token, ofShownDay + ofThisPhone, [dayStillShown(now), phoneHash(phone)])
  return link && { kind: 'volunteer', attendanceId: link.attendanceId }
}

/** The phones that a link is bound to, hashed. */
export async function phonesOf(tx: WorkTx, token: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('personal_link_device')
    .select('device_hash')
    .where('token_hash', '=', hashToken(token))
    .execute()
  return rows.map((row) => row.device_hash)
}

export const isPhone = (phone: string, hashes: readonly string[]): boolean => hashes.includes(hashToken(phone))

export async function bindPhone(tx: WorkTx, token: string, phone: string, now: string): Promise<void> {
  const row = { token_hash: hashToken(token), device_hash: hashToken(phone), bound_at: now }
  await tx.insertInto('personal_link_device').values(row).execute()
}

/** Whether somebody's own page was ever opened on a phone, by a link that still holds. */
export async function hasOpenedPage(tx: Tx, attendanceId: string): Promise<boolean> {
  const query = `select 1 from personal_link as link
    join personal_link_device as bound on bound.token_hash = link.token_hash
    where link.attendance_id = ? and link.revoked_at is null limit 1`
  return (await tx.executeQuery(CompiledQuery.raw(query, [attendanceId]))).rows.length > 0
}

/** Kills every link of an attendance; whoever still holds one is nobody from now on. */
export async function revokePersonalLinks(tx: WorkTx, attendanceId: string, now: string): Promise<void> {
  const update = 'update personal_link set revoked_at = ? where attendance_id = ? and revoked_at is null'
  await tx.executeQuery(CompiledQuery.raw(update, [now, attendanceId]))
}
