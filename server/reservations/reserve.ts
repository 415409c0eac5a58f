import type { z } from 'zod'
import { today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber } from '#server/database/counters.ts'
import { takePlaces } from '#server/reservations/places.ts'
import { indexReservation } from '#server/reservations/reservation-keys.ts'
import {
  placeInLine,
  reservationContacts,
  reservationDays,
  reservations,
  saveReservationLink,
} from '#server/reservations/reservations.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import { timeZone } from '#shared/core/time.ts'
import { reserve, reserveByStaff } from '#shared/reservations/commands.ts'
import { alreadyReserved, birthDateAhead, full } from '#shared/reservations/problems.ts'
import type { Reservation, ReservationDay } from '#shared/reservations/reservation.ts'
import { partyProblem, reserveProblem } from '#shared/reservations/rules.ts'

type Form = z.infer<typeof reserveByStaff.input>

/** One person has one reservation on a date: the same phone, birth date and name. A family may share a phone. */
async function refuseSecond(
  work: UnitOfWork,
  day: ReservationDay,
  { phone, birthDate, nameKana }: Form,
): Promise<void> {
  const same = await reservationContacts.where(work.tx, { phone, birthDate, reservationDayId: day.id })
  for (const { id } of same) {
    const { status, nameKana: kana } = await reservations.get(work.tx, id)
    if (searchKey(kana) !== searchKey(nameKana)) continue
    if (status !== 'cancelled' && status !== 'noShow') throw alreadyReserved({ date: day.date }, ['reservation', id])
  }
}

/** Gives a place or a turn on the waiting list; asked and taken in one transaction, in the order of arrival. */
export async function saveReservation(work: UnitOfWork, day: ReservationDay, form: Form, hasPlace: boolean) {
  if (!hasPlace && !form.waitIfFull) throw full({ date: day.date })
  const { reservationId: id, phone, birthDate, email, address, waitIfFull: _, ...said } = form
  const made: Reservation = {
    id,
    ...said,
    date: day.date,
    number: await nextNumber(work.tx, `reservation ${day.id}`),
    status: hasPlace ? 'booked' : 'waiting',
    turn: work.seq,
    reservedAt: work.happenedAt,
    statusAt: work.now,
    keyedBy: work.actor.kind === 'staff' ? work.actorName : null,
    attendanceId: null,
  }
  await reservations.add(work, made)
  await indexReservation(work.tx, made, phone)
  await reservationContacts.add(work, { id, reservationDayId: day.id, phone, birthDate, email, address })
  work.describe({ reservation: made.number, date: day.date, status: made.status, people: made.headcount })
  return { number: made.number, status: made.status, place: await placeInLine(work.tx, made) }
}

/** The date asked for, while it takes this reservation. */
async function getDayFor(work: UnitOfWork, form: Form, by: 'phone' | 'staff'): Promise<ReservationDay> {
  const day = await reservationDays.get(work.tx, form.reservationDayId)
  const problem = reserveProblem(day, work.now, timeZone, by) ?? partyProblem(form)
  if (problem) throw problem
  if (form.birthDate > today(work)) throw birthDateAhead({})
  await refuseSecond(work, day, form)
  return day
}

export const reserveHandlers = [
  handle(reserve, async (work, { ownToken, ...form }) => {
    const day = await getDayFor(work, form, 'phone')
    const answer = await saveReservation(work, day, form, await takePlaces(work.tx, day, form))
    await saveReservationLink(work.tx, ownToken, form.reservationId)
    return answer
  }),
  handle(reserveByStaff, async (work, form) => {
    const day = await getDayFor(work, form, 'staff')
    return saveReservation(work, day, form, await takePlaces(work.tx, day, form))
  }),
]
