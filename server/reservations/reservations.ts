import { CompiledQuery } from 'kysely'
import { hashToken } from '#server/core/secret.ts'
import { recordTable, refuseTakenId, type Tx } from '#server/database/record-table.ts'
import type { Reservation, ReservationDay } from '#shared/reservations/reservation.ts'

export const reservationDays = recordTable('reservationDay', {
  id: 'plain',
  date: 'plain',
  opensAt: 'plain',
  status: 'plain',
  caps: 'json',
  keepsPlaces: 'boolean',
})

export const reservations = recordTable('reservation', {
  id: 'plain',
  reservationDayId: 'plain',
  date: 'plain',
  number: 'plain',
  status: 'plain',
  halves: 'plain',
  kind: 'plain',
  headcount: 'plain',
  name: 'plain',
  nameKana: 'plain',
  groupName: 'plain',
  language: 'plain',
  turn: 'plain',
  reservedAt: 'plain',
  statusAt: 'plain',
  keyedBy: 'plain',
  attendanceId: 'plain',
})

export const reservationContacts = recordTable('reservationContact', {
  id: 'plain',
  reservationDayId: 'plain',
  phone: 'plain',
  birthDate: 'plain',
  email: 'plain',
  address: 'plain',
})

/** The day of reservations of a date, if there is one. */
export async function findReservationDay(tx: Tx, date: string): Promise<ReservationDay | undefined> {
  const [found] = await reservationDays.where(tx, { date })
  return found
}

/** The dates from one on, soonest first; at most two months of them. */
export async function comingReservationDays(tx: Tx, from: string, changedAfter = 0): Promise<ReservationDay[]> {
  const text = 'select * from reservation_day where date >= ? and changed_seq > ? order by date limit 62'
  const { rows } = await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [from, changedAfter]))
  return rows.map((row) => reservationDays.fromRow(row))
}

/** Binds the page's token to a reservation. */
export async function saveReservationLink(tx: Tx, token: string, reservationId: string): Promise<void> {
  const insert = 'insert into reservation_link (token_hash, reservation_id) values (?, ?)'
  await tx.executeQuery(CompiledQuery.raw(insert, [hashToken(token), reservationId])).catch(refuseTakenId)
}

/** Whose page a token opens. */
export async function findByToken(tx: Tx, token: string): Promise<Reservation | undefined> {
  const query = 'select reservation_id from reservation_link where token_hash = ?'
  const { rows } = await tx.executeQuery<{ reservation_id: string }>(CompiledQuery.raw(query, [hashToken(token)]))
  const [found] = rows
  return found && reservations.find(tx, found.reservation_id)
}

/** Where somebody stands on the waiting list of their kind, from 1; null for who does not wait. */
export async function placeInLine(tx: Tx, one: Reservation): Promise<number | null> {
  if (one.status !== 'waiting') return null
  const count =
    "select count(*) as ahead from reservation where reservation_day_id = ? and status = 'waiting' and kind = ? and turn < ?"
  const { rows } = await tx.executeQuery<{ ahead: number }>(
    CompiledQuery.raw(count, [one.reservationDayId, one.kind, one.turn]),
  )
  return Number(rows[0]?.ahead ?? 0) + 1
}
