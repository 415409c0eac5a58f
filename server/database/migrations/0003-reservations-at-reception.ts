import { CompiledQuery, sql } from 'kysely'
import type { Db } from '#server/database/open.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import { reservationCode } from '#shared/reservations/reservation-code.ts'

const statements = [
  // Written by the reservations, read by the reception: whom a day expects, and whether their places are kept.
  `create table kept_place (reservation_id text primary key not null, date text not null, phone text not null,
    birth_date text not null, kana_key text not null, people integer not null, arrived integer not null, keeps integer not null)`,
  'create index kept_place_date on kept_place (date, keeps, people, arrived)',
  'create index kept_place_person on kept_place (phone, birth_date, date)',
  'create table kept_place_arrival (attendance_id text primary key not null, reservation_id text not null)',
  'create index kept_place_arrival_reservation on kept_place_arrival (reservation_id)',
  'create table kept_places (id text primary key not null, date text not null, people integer not null, changed_seq integer not null)',
  'create index kept_places_changed on kept_places (changed_seq)',
  'create unique index kept_places_date on kept_places (date)',
  // By what a reservation is found: a narrow row, read in place of the whole record.
  `create table reservation_key (id text primary key not null, reservation_day_id text not null, turn integer not null,
    key text not null, phone text not null)`,
  'create index reservation_key_turn on reservation_key (reservation_day_id, turn, id)',
  `insert into kept_places select d.id, d.date, coalesce((select sum(r.headcount) from reservation r
    where r.reservation_day_id = d.id and r.status = 'booked'), 0) * d.keeps_places, d.changed_seq from reservation_day d`,
]

interface Made {
  id: string
  reservation_day_id: string
  date: string
  status: string
  headcount: number
  number: number
  turn: number
  name: string
  name_kana: string
  group_name: string
  phone: string
  birth_date: string
  keeps_places: number
}

const select = `select r.*, c.phone, c.birth_date, d.keeps_places from reservation r
  join reservation_contact c on c.id = r.id join reservation_day d on d.id = r.reservation_day_id`

/** Reservations of the day are found and kept by reception; those that were made before are entered too. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  const { rows } = await db.executeQuery<Made>(CompiledQuery.raw(select))
  for (const one of rows) {
    const code = reservationCode(one.date, one.number)
    const key = [one.name, one.name_kana, one.group_name, String(one.number), code].map(searchKey).join(' ')
    const ofKey = [one.id, one.reservation_day_id, one.turn, key, one.phone]
    await db.executeQuery(CompiledQuery.raw('insert into reservation_key values (?, ?, ?, ?, ?)', ofKey))
    if (one.status === 'cancelled') continue
    const keeps = one.status === 'booked' ? one.keeps_places : 0
    const ofPlace = [one.id, one.date, one.phone, one.birth_date, searchKey(one.name_kana), one.headcount, 0, keeps]
    await db.executeQuery(CompiledQuery.raw('insert into kept_place values (?, ?, ?, ?, ?, ?, ?, ?)', ofPlace))
  }
}
