import { CompiledQuery } from 'kysely'
import { findShownDay } from '#server/center/centers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { readCounter } from '#server/database/counters.ts'
import { recordTable, type Tx } from '#server/database/record-table.ts'
import type { Day } from '#shared/center/center.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import { takesPlace } from '#shared/volunteers/rules.ts'

export const keptPlaces = recordTable('keptPlaces', { id: 'plain', date: 'plain', people: 'plain' })

/** Whom a date expects; written by the reservations, for reception to know them and their places. */
interface Expected {
  reservationId: string
  date: string
  phone: string
  birthDate: string
  nameKana: string
  people: number
  keeps: boolean
}

async function run(tx: Tx, text: string, parameters: readonly (string | number)[]): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(text, [...parameters]))
}

const upsert = `insert into kept_place (reservation_id, date, phone, birth_date, kana_key, people, arrived, keeps)
  values (?, ?, ?, ?, ?, ?, 0, ?) on conflict (reservation_id) do update set people = excluded.people, keeps = excluded.keeps`

/** Enters somebody who is expected, or says anew whether places are kept for them. */
export async function expectParty(tx: Tx, party: Expected): Promise<void> {
  const { reservationId, date, phone, birthDate, nameKana, people, keeps } = party
  await run(tx, upsert, [reservationId, date, phone, birthDate, searchKey(nameKana), people, Number(keeps)])
}

export const expectNoMore = (tx: Tx, reservationId: string) =>
  run(tx, 'delete from kept_place where reservation_id = ?', [reservationId])

/** Keeps no place of a date any longer, for whoever has not come, companions of others included. */
export const keepNoPlaces = (tx: Tx, date: string) => run(tx, 'update kept_place set keeps = 0 where date = ?', [date])

/** The check-ins that were taken for a reservation belong to nobody's reservation any more. */
export async function forgetArrivals(tx: Tx, reservationId: string): Promise<void> {
  await run(tx, 'delete from kept_place_arrival where reservation_id = ?', [reservationId])
  await run(tx, 'update kept_place set arrived = 0 where reservation_id = ?', [reservationId])
}

const sumOfDate =
  'select coalesce(sum(max(0, people - arrived)), 0) as people from kept_place where date = ? and keeps = 1'

/** Counts a date's kept places anew. Desks are told of the day that they hold, and fetch another when it opens. */
export async function recountKept(work: UnitOfWork, { id, date }: { id: string; date: string }): Promise<void> {
  const { rows } = await work.tx.executeQuery<{ people: number }>(CompiledQuery.raw(sumOfDate, [date]))
  const people = Number(rows[0]?.people ?? 0)
  const before = await keptPlaces.find(work.tx, id)
  if (before?.people === people) return
  const isShown = (await findShownDay(work.tx))?.date === date
  await (isShown ? keptPlaces.save(work, { id, date, people }) : keptPlaces.write(work, { id, date, people }))
}

async function keptOn(tx: Tx, date: string): Promise<number> {
  const [found] = await keptPlaces.where(tx, { date })
  return found?.people ?? 0
}

/** How many places are kept for one reservation: for all of its people who have not come. */
async function keptFor(tx: Tx, reservationId: string): Promise<number> {
  const query = 'select max(0, people - arrived) * keeps as people from kept_place where reservation_id = ?'
  const { rows } = await tx.executeQuery<{ people: number }>(CompiledQuery.raw(query, [reservationId]))
  return Number(rows[0]?.people ?? 0)
}

/** How many of the day's places are taken. */
export const admittedCount = (tx: Tx, dayId: string) => readCounter(tx, `admitted ${dayId}`)

/** How many of the day's places are taken, and how many are kept for people who are still expected. */
export async function placesOf(tx: Tx, { id, date }: Pick<Day, 'id' | 'date'>) {
  return { admitted: await admittedCount(tx, id), kept: await keptOn(tx, date) }
}

/** How many more may be admitted: walk-ins, or the people of one reservation, for whom their own places are kept. */
export async function placesLeft(tx: Tx, day: Day, reservationId: string | null = null): Promise<number> {
  const { admitted, kept } = await placesOf(tx, day)
  const own = reservationId === null ? 0 : await keptFor(tx, reservationId)
  // Who was promised a place has it, also where more were promised than the day has.
  return Math.max(own, day.capacity - admitted - kept + own)
}

/** The reservation of somebody who comes: of the same phone and birth date, the one whose name sounds the same first. */
export async function findExpected(
  tx: Tx,
  date: string,
  { phone, birthDate, nameKana }: Pick<Expected, 'phone' | 'birthDate' | 'nameKana'>,
): Promise<string | null> {
  if (phone === '' || birthDate === '') return null
  const query = `select reservation_id as id from kept_place where phone = ? and birth_date = ? and date = ?
    order by kana_key = ? desc, people > arrived desc limit 1`
  const sought = [phone, birthDate, date, searchKey(nameKana)]
  const { rows } = await tx.executeQuery<{ id: string }>(CompiledQuery.raw(query, sought))
  return rows[0]?.id ?? null
}

/** Says for which reservation a check-in is made; before it is written, for its place is counted with it. */
export async function bindArrival(tx: Tx, attendanceId: string, reservationId: string | null): Promise<void> {
  if (reservationId === null) return
  const insert = `insert into kept_place_arrival (attendance_id, reservation_id)
    select ?, reservation_id from kept_place where reservation_id = ?`
  await run(tx, insert, [attendanceId, reservationId])
}

/** For which reservation a check-in was made. */
export async function reservationOfArrival(tx: Tx, attendanceId: string): Promise<string | null> {
  const query = 'select reservation_id as id from kept_place_arrival where attendance_id = ?'
  const { rows } = await tx.executeQuery<{ id: string }>(CompiledQuery.raw(query, [attendanceId]))
  return rows[0]?.id ?? null
}

/** A check-in made for a reservation that still stands, or null where all of them were cancelled. */
export async function findStandingArrival(tx: Tx, reservationId: string): Promise<string | null> {
  const query = `select a.id, a.status from kept_place_arrival k join attendance a on a.id = k.attendance_id
    where k.reservation_id = ? order by a.number`
  const { rows } = await tx.executeQuery<{ id: string; status: Parameters<typeof takesPlace>[0] }>(
    CompiledQuery.raw(query, [reservationId]),
  )
  return rows.find(({ status }) => takesPlace(status))?.id ?? null
}

/** Moves a kept place to those that are taken, or back, with the check-in that takes it. */
export async function countArrival(work: UnitOfWork, attendanceId: string, change: number): Promise<void> {
  const reservationId = await reservationOfArrival(work.tx, attendanceId)
  if (reservationId === null) return
  await run(work.tx, 'update kept_place set arrived = arrived + ? where reservation_id = ?', [change, reservationId])
  const query = `select p.id, p.date from kept_places p join kept_place k on k.date = p.date where k.reservation_id = ?`
  const { rows } = await work.tx.executeQuery<{ id: string; date: string }>(CompiledQuery.raw(query, [reservationId]))
  if (rows[0]) await recountKept(work, rows[0])
}
