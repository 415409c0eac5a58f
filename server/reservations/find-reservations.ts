import { CompiledQuery } from 'kysely'
import { findShownDay } from '#server/center/centers.ts'
import { answerRead, type Reading } from '#server/core/reads.ts'
import type { Tx } from '#server/database/record-table.ts'
import { bookedPlaces, tableOf } from '#server/reservations/places.ts'
import { countFound, findPage } from '#server/reservations/reservation-keys.ts'
import {
  findByToken,
  findReservationDay,
  placeInLine,
  reservationContacts,
  reservations,
} from '#server/reservations/reservations.ts'
import { findKnownPerson } from '#server/volunteers/persons.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { unknownLink } from '#shared/reservations/problems.ts'
import * as reads from '#shared/reservations/reads.ts'
import type { Reservation, ReservationContact } from '#shared/reservations/reservation.ts'
import { reservationCode } from '#shared/reservations/reservation-code.ts'

const pageSize = 50
const mostForDesk = 12

const mayReach = ({ mayHold }: Reading) => mayHold('reservationContact')

async function contactsOf({ tx }: Reading, page: readonly Reservation[]) {
  const contacts = await reservationContacts.where(tx, { id: page.map(({ id }) => id) })
  return new Map(contacts.map((one) => [one.id, one]))
}

/** What a desk is shown of these; who they are to reception, only where the desk may know how they are reached. */
async function shown(reading: Reading, page: readonly Reservation[]) {
  const { tx } = reading
  const contacts: ReadonlyMap<string, ReservationContact> = mayReach(reading)
    ? await contactsOf(reading, page)
    : new Map()
  const one = async (reservation: Reservation) => {
    const { date, number, nameKana } = reservation
    const contact = contacts.get(reservation.id) ?? null
    const place = await placeInLine(tx, reservation)
    const known = contact && (await findKnownPerson(tx, { ...contact, nameKana }))
    return { reservation, contact, place, code: reservationCode(date, number), personId: known?.id ?? null }
  }
  return Promise.all(page.map(one))
}

/** A telephone number is looked for in the digits as they were typed. */
export const findForDeskReader = answerRead(reads.findForDesk, async (reading, { words, date }) => {
  const { tx, now } = reading
  const sought = date ?? (await findShownDay(tx))?.date ?? dateOf(now, timeZone)
  const day = words === '' ? undefined : await findReservationDay(tx, sought)
  if (!day) return { found: [] }
  const wanted = { reservationDayId: day.id, words, status: null, withPhone: mayReach(reading) }
  return { found: await shown(reading, await findPage(tx, wanted, mostForDesk)) }
})

const countWaiting = `select coalesce(sum(headcount), 0) as people from reservation
  where reservation_day_id = ? and status = 'waiting' and kind = ? and halves in (?, 'allDay')`

const countArrived = `select coalesce(sum(headcount), 0) as people from reservation
  where reservation_day_id = ? and status = 'checkedIn'`

async function peopleOf(tx: Tx, query: string, parameters: readonly string[]): Promise<number> {
  const { rows } = await tx.executeQuery<{ people: number }>(CompiledQuery.raw(query, [...parameters]))
  return Number(rows[0]?.people ?? 0)
}

export const listDayReader = answerRead(reads.listDay, async (reading, { skip, ...sought }) => {
  const { tx } = reading
  const { reservationDayId } = sought
  const wanted = { ...sought, withPhone: mayReach(reading) }
  const waiting = await tableOf((half, kind) => peopleOf(tx, countWaiting, [reservationDayId, kind, half]))
  return {
    booked: await bookedPlaces(tx, reservationDayId),
    waiting,
    arrived: await peopleOf(tx, countArrived, [reservationDayId]),
    total: await countFound(tx, wanted),
    found: await shown(reading, await findPage(tx, wanted, pageSize, skip)),
  }
})

const selectGroups = `select * from reservation where kind = 'group' and date >= ?
  and status in ('booked', 'waiting', 'checkedIn') order by date, turn limit 200`

export const comingGroupsReader = answerRead(reads.comingGroups, async (reading) => {
  const query = CompiledQuery.raw(selectGroups, [dateOf(reading.now, timeZone)])
  const { rows } = await reading.tx.executeQuery<Record<string, unknown>>(query)
  const groups = rows.map((row) => reservations.fromRow(row))
  return { found: await shown(reading, groups) }
})

/** What the own page shows of a reservation, found by its token. */
export async function ownReservation(tx: Tx, token: string): Promise<reads.OwnReservation | undefined> {
  const own = await findByToken(tx, token)
  if (!own) return undefined
  const { id, date, number, status, halves, headcount } = own
  const place = await placeInLine(tx, own)
  return { reservationId: id, date, number, status, halves, headcount, place, code: reservationCode(date, number) }
}

export const readOwnReader = answerRead(reads.readOwn, async ({ tx }, { ownToken }) => {
  const own = await ownReservation(tx, ownToken)
  if (!own) throw unknownLink({})
  return own
})
