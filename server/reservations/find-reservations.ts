import { CompiledQuery } from 'kysely'
import { findShownDay } from '#server/center/centers.ts'
import { audiencesOfActor } from '#server/core/actor.ts'
import { answerRead, type Reading } from '#server/core/reads.ts'
import type { Tx } from '#server/database/record-table.ts'
import { bookedPlaces, tableOf } from '#server/reservations/places.ts'
import {
  findByToken,
  findReservationDay,
  placeInLine,
  reservationContacts,
  reservations,
} from '#server/reservations/reservations.ts'
import { mayHold } from '#shared/access/audiences.ts'
import { searcher } from '#shared/core/japanese-text.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { unknownLink } from '#shared/reservations/problems.ts'
import * as reads from '#shared/reservations/reads.ts'
import type { Reservation, ReservationContact } from '#shared/reservations/reservation.ts'
import { readReservationCode, reservationCode } from '#shared/reservations/reservation-code.ts'

const pageSize = 50
const mostForDesk = 12

type Contacts = ReadonlyMap<string, ReservationContact>

async function contactsOf({ tx, actor }: Reading, reservationDayId: string): Promise<Contacts> {
  if (!mayHold('reservationContact', audiencesOfActor(actor))) return new Map()
  return new Map((await reservationContacts.where(tx, { reservationDayId })).map((one) => [one.id, one]))
}

async function foundOf(tx: Tx, one: Reservation, contacts: Contacts) {
  const { date, number } = one
  const place = await placeInLine(tx, one)
  return { reservation: one, contact: contacts.get(one.id) ?? null, place, code: reservationCode(date, number) }
}

function fitting(all: readonly Reservation[], contacts: Contacts, words: string): Reservation[] {
  const coded = readReservationCode(words)
  if (coded) return all.filter(({ date, number }) => number === coded.number && date.endsWith(coded.monthDay))
  if (words === '') return [...all]
  const fits = searcher(words)
  return all.filter((one) => {
    const { name, nameKana, groupName, number, date } = one
    return fits(name, nameKana, groupName, number, reservationCode(date, number), contacts.get(one.id)?.phone)
  })
}

/** A telephone number is looked for in the digits as they were typed. */
export const findForDeskReader = answerRead(reads.findForDesk, async (reading, { words, date }) => {
  const { tx, now } = reading
  const sought = date ?? (await findShownDay(tx))?.date ?? dateOf(now, timeZone)
  const day = words === '' ? undefined : await findReservationDay(tx, sought)
  if (!day) return { found: [] }
  const contacts = await contactsOf(reading, day.id)
  const all = await reservations.where(tx, { reservationDayId: day.id })
  const found = fitting(all, contacts, words).slice(0, mostForDesk)
  return { found: await Promise.all(found.map((one) => foundOf(tx, one, contacts))) }
})

const countWaiting = `select coalesce(sum(headcount), 0) as people from reservation
  where reservation_day_id = ? and status = 'waiting' and kind = ? and halves in (?, 'allDay')`

export const listDayReader = answerRead(reads.listDay, async (reading, { reservationDayId, words, status, skip }) => {
  const { tx } = reading
  const contacts = await contactsOf(reading, reservationDayId)
  const all = await reservations.where(tx, { reservationDayId })
  const fit = fitting(all, contacts, words).filter((one) => status === null || one.status === status)
  const page = fit.sort((one, other) => one.turn - other.turn).slice(skip, skip + pageSize)
  const waiting = tableOf(async (half, kind) => {
    const query = CompiledQuery.raw(countWaiting, [reservationDayId, kind, half])
    const { rows } = await tx.executeQuery<{ people: number }>(query)
    return Number(rows[0]?.people ?? 0)
  })
  const arrived = all.filter((one) => one.status === 'checkedIn').reduce((sum, { headcount }) => sum + headcount, 0)
  const found = await Promise.all(page.map((one) => foundOf(tx, one, contacts)))
  return { booked: await bookedPlaces(tx, reservationDayId), waiting: await waiting, arrived, total: fit.length, found }
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
