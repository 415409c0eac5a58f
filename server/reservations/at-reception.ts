import type { Change, UnitOfWork } from '#server/core/unit-of-work.ts'
import { arrive } from '#server/reservations/change-reservation.ts'
import { reservationContacts, reservationDays, reservations } from '#server/reservations/reservations.ts'
import {
  expectNoMore,
  expectParty,
  findStandingArrival,
  recountKept,
  reservationOfArrival,
} from '#server/volunteers/kept-places.ts'
import type { RecordKind, RecordOf } from '#shared/records.ts'
import type { Reservation, ReservationDay } from '#shared/reservations/reservation.ts'
import { reservationActProblem } from '#shared/reservations/rules.ts'
import { takesPlace } from '#shared/volunteers/rules.ts'

/** The records of one kind that an act changed, each as it was before the act and as it is now. */
function changed<K extends RecordKind>(changes: readonly Change[], kind: K) {
  const all = new Map<string, { before: RecordOf<K> | undefined; now: RecordOf<K> }>()
  for (const change of changes) {
    if (change.kind !== kind) continue
    // The kind was asked a line above; the list of all kinds cannot say so by itself.
    const { record, before } = change as unknown as Change<K>
    const first = all.get(change.record.id)
    all.set(change.record.id, { before: first ? first.before : before, now: record })
  }
  return [...all.values()]
}

/** A check-in that was made for a reservation says that it has come; the last one cancelled takes that back. */
async function followCheckIn(work: UnitOfWork, attendanceId: string): Promise<void> {
  const id = await reservationOfArrival(work.tx, attendanceId)
  const one = id === null ? undefined : await reservations.find(work.tx, id)
  if (!one) return
  const standing = await findStandingArrival(work.tx, one.id)
  if (standing === null) {
    if (one.status !== 'checkedIn') return
    await reservations.save(work, { ...one, status: 'booked', statusAt: work.now, attendanceId: null })
  } else if (one.status === 'checkedIn') {
    if (one.attendanceId !== standing) await reservations.save(work, { ...one, attendanceId: standing })
  } else if (reservationActProblem('checkIn', one) === null) await arrive(work, one, standing)
  else return
  work.describe({ reservation: one.number })
}

/** Whether reception keeps the places of a reservation in this state; undefined where nothing changes about it. */
function keepsNow(before: Reservation | undefined, now: Reservation, { keepsPlaces }: ReservationDay) {
  if (now.status === 'booked') return keepsPlaces
  // Of those who came together, the others may still be on their way. Where a desk only said that they have come, no
  // place waits for them any more: whoever is checked in takes one then.
  const cameByCheckIn = now.status === 'checkedIn' && now.attendanceId !== null && before?.status === 'booked'
  return cameByCheckIn ? undefined : false
}

async function tellReception(work: UnitOfWork, one: Reservation, keeps: boolean): Promise<void> {
  const { id: reservationId, date, nameKana, headcount: people } = one
  const { phone, birthDate } = await reservationContacts.get(work.tx, reservationId)
  await expectParty(work.tx, { reservationId, date, phone, birthDate, nameKana, people, keeps })
}

async function followReservation(work: UnitOfWork, before: Reservation | undefined, now: Reservation): Promise<void> {
  if (before?.status === now.status) return
  const day = await reservationDays.get(work.tx, now.reservationDayId)
  const keeps = keepsNow(before, now, day)
  if (now.status === 'cancelled') await expectNoMore(work.tx, now.id)
  else if (keeps !== undefined) await tellReception(work, now, keeps)
}

/** The setting of a date holds for everybody who has reserved for it. */
async function followDay(work: UnitOfWork, before: ReservationDay | undefined, now: ReservationDay): Promise<void> {
  if (before && before.keepsPlaces !== now.keepsPlaces) {
    const held = await reservations.where(work.tx, { reservationDayId: now.id, status: ['booked', 'checkedIn'] })
    for (const one of held) await tellReception(work, one, now.keepsPlaces)
  }
  await recountKept(work, now)
}

/**
 * Reservation and check-in are one act: whoever is checked in has come, in the same transaction, whichever way they
 * checked in. And reception is told whom the day expects, for it knows nothing of reservations.
 */
export async function followReception(work: UnitOfWork, changes: readonly Change[]): Promise<void> {
  for (const { before, now } of changed(changes, 'attendance'))
    if ((before !== undefined && takesPlace(before.status)) !== takesPlace(now.status))
      await followCheckIn(work, now.id)
  const touched = new Set<string>()
  // What following has just changed is followed too.
  for (const { before, now } of changed(work.changes, 'reservation')) {
    await followReservation(work, before, now)
    touched.add(now.reservationDayId)
  }
  for (const { before, now } of changed(work.changes, 'reservationDay')) {
    await followDay(work, before, now)
    touched.delete(now.id)
  }
  for (const id of touched) await recountKept(work, await reservationDays.get(work.tx, id))
}
