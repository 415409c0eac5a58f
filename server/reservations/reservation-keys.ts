import { CompiledQuery } from 'kysely'
import type { Tx } from '#server/database/record-table.ts'
import { reservations } from '#server/reservations/reservations.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import type { Reservation, ReservationStatus } from '#shared/reservations/reservation.ts'
import { readReservationCode, reservationCode } from '#shared/reservations/reservation-code.ts'

/** Enters by what a reservation is found; none of it changes afterwards. */
export async function indexReservation(tx: Tx, one: Reservation, phone: string): Promise<void> {
  const { id, reservationDayId, turn, name, nameKana, groupName, number, date } = one
  const key = [name, nameKana, groupName, String(number), reservationCode(date, number)].map(searchKey).join(' ')
  const insert = 'insert into reservation_key (id, reservation_day_id, turn, key, phone) values (?, ?, ?, ?, ?)'
  await tx.executeQuery(CompiledQuery.raw(insert, [id, reservationDayId, turn, key, phone]))
}

interface Sought {
  reservationDayId: string
  words: string
  status: ReservationStatus | null
  /** Whether whoever asks may know telephone numbers, and so find by them. */
  withPhone: boolean
}

interface Condition {
  sql: string
  parameters: (string | number)[]
}

/** Every word is found in a name, in the number, in the code or in the phone, as `searcher` finds on a device. */
function ofWord(word: string, withPhone: boolean): Condition {
  const inKey = { sql: 'instr(k.key, ?) > 0', parameters: [word] }
  const digits = word.replaceAll('ー', '')
  return withPhone && /^\d+$/.test(digits)
    ? { sql: `(${inKey.sql} or instr(k.phone, ?) > 0)`, parameters: [word, digits] }
    : inKey
}

function conditionOf({ reservationDayId, words, status, withPhone }: Sought): Condition {
  const coded = readReservationCode(words)
  // Half-typed romaji at the end, while the input method is still composing, is passed over.
  const typed = words.split(/\s+/).map((word) => searchKey(word).replace(/([ぁ-ゖ])[a-z]{1,2}$/, '$1'))
  const parts: Condition[] = [
    { sql: 'k.reservation_day_id = ?', parameters: [reservationDayId] },
    ...(coded
      ? [{ sql: 'r.number = ? and substr(r.date, 6) = ?', parameters: [coded.number, coded.monthDay] }]
      : typed.filter((word) => word !== '').map((word) => ofWord(word, withPhone))),
    ...(status === null ? [] : [{ sql: 'r.status = ?', parameters: [status] }]),
  ]
  return { sql: parts.map(({ sql }) => sql).join(' and '), parameters: parts.flatMap(({ parameters }) => parameters) }
}

const from = 'from reservation_key k join reservation r on r.id = k.id where'

/** One page of who answers, in the order of arrival. */
export async function findPage(tx: Tx, sought: Sought, most: number, skip = 0): Promise<Reservation[]> {
  const { sql, parameters } = conditionOf(sought)
  const query = `select r.* ${from} ${sql} order by k.turn limit ? offset ?`
  const { rows } = await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(query, [...parameters, most, skip]))
  return rows.map((row) => reservations.fromRow(row))
}

/** How many answer. */
export async function countFound(tx: Tx, sought: Sought): Promise<number> {
  const { sql, parameters } = conditionOf(sought)
  const { rows } = await tx.executeQuery<{ total: number }>(
    CompiledQuery.raw(`select count(*) as total ${from} ${sql}`, parameters),
  )
  return Number(rows[0]?.total ?? 0)
}
