import { today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { leavePlaces, moveUp, takeAnyway, takePlaces } from '#server/reservations/places.ts'
import { findByToken, reservationDays, reservations } from '#server/reservations/reservations.ts'
import { forgetArrivals, keepNoPlaces } from '#server/volunteers/kept-places.ts'
import {
  cancel,
  cancelOwn,
  markCheckedIn,
  releaseNoShows,
  restore,
  undoCheckedIn,
} from '#shared/reservations/commands.ts'
import { unknownLink } from '#shared/reservations/problems.ts'
import type { Reservation } from '#shared/reservations/reservation.ts'
import { holdsPlaces, type ReservationAct, releaseProblem, reservationActProblem } from '#shared/reservations/rules.ts'

async function getFor(work: UnitOfWork, act: ReservationAct, id: string): Promise<Reservation> {
  const one = await reservations.get(work.tx, id)
  const problem = reservationActProblem(act, one)
  if (problem) throw problem
  work.describe({ reservation: one.number, date: one.date })
  return one
}

/** Frees the places and gives them on in the same transaction, so that no free place is seen in between. */
async function cancelOne(work: UnitOfWork, id: string): Promise<void> {
  const one = await getFor(work, 'cancel', id)
  await leavePlaces(work, one, 'cancelled')
  const moved = await moveUp(work, await reservationDays.get(work.tx, one.reservationDayId))
  work.describe({ moved })
}

const cancelOwnHandler = handle(cancelOwn, async (work, { reservationId, ownToken }) => {
  const own = await findByToken(work.tx, ownToken)
  if (own?.id !== reservationId) throw unknownLink({})
  await cancelOne(work, reservationId)
})

const restoreHandler = handle(restore, async (work, { reservationId }) => {
  const one = await getFor(work, 'restore', reservationId)
  const day = await reservationDays.get(work.tx, one.reservationDayId)
  const status = (await takePlaces(work.tx, day, one)) ? 'booked' : 'waiting'
  await reservations.save(work, { ...one, status, statusAt: work.now })
  work.describe({ status })
  return { status }
})

/** Marks a reservation as come; who waited or was released takes a place all the same, for reception let them in. */
export async function arrive(work: UnitOfWork, one: Reservation, attendanceId: string | null): Promise<void> {
  if (!holdsPlaces(one.status)) await takeAnyway(work.tx, one.reservationDayId, one)
  await reservations.save(work, { ...one, status: 'checkedIn', statusAt: work.now, attendanceId })
}

const markCheckedInHandler = handle(markCheckedIn, async (work, { reservationId, attendanceId }) => {
  await arrive(work, await getFor(work, 'checkIn', reservationId), attendanceId)
})

const undoCheckedInHandler = handle(undoCheckedIn, async (work, { reservationId }) => {
  const one = await getFor(work, 'undoCheckIn', reservationId)
  await forgetArrivals(work.tx, reservationId)
  await reservations.save(work, { ...one, status: 'booked', statusAt: work.now, attendanceId: null })
})

const releaseNoShowsHandler = handle(releaseNoShows, async (work, { reservationDayId }) => {
  const day = await reservationDays.get(work.tx, reservationDayId)
  const problem = releaseProblem(day, today(work))
  if (problem) throw problem
  const missing = await reservations.where(work.tx, { reservationDayId, status: 'booked' })
  // Closed first: the places go to who stands at 当日受付, not to who waits at home.
  await reservationDays.save(work, { ...day, status: 'closed' })
  for (const one of missing) await leavePlaces(work, one, 'noShow')
  await keepNoPlaces(work.tx, day.date)
  work.describe({ date: day.date, released: missing.length })
  return { released: missing.length }
})

export const changeReservationHandlers = [
  cancelOwnHandler,
  handle(cancel, (work, { reservationId }) => cancelOne(work, reservationId)),
  restoreHandler,
  markCheckedInHandler,
  undoCheckedInHandler,
  releaseNoShowsHandler,
]
