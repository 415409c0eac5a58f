import { handle } from '#server/core/handlers.ts'
import { refuseIfChanged } from '#server/core/refuse-if-written.ts'
import { bookedPlaces, leavePlaces, moveUp, tableOf } from '#server/reservations/places.ts'
import { findReservationDay, reservationDays, reservations } from '#server/reservations/reservations.ts'
import { timeZone } from '#shared/core/time.ts'
import { changeCaps, openReservations, setReservationsOpen, waitBeyond } from '#shared/reservations/commands.ts'
import { capsChangedMeanwhile, dateTaken } from '#shared/reservations/problems.ts'
import type { Reservation } from '#shared/reservations/reservation.ts'
import { capsProblem, openingProblem } from '#shared/reservations/rules.ts'

const openReservationsHandler = handle(openReservations, async (work, { reservationDayId, ...fields }) => {
  const problem = openingProblem(fields, work.now, timeZone)
  if (problem) throw problem
  const taken = await findReservationDay(work.tx, fields.date)
  if (taken) throw dateTaken({ date: fields.date }, ['reservationDay', taken.id])
  await reservationDays.add(work, { id: reservationDayId, ...fields, status: 'open' })
  work.describe({ date: fields.date })
})

const changeCapsHandler = handle(changeCaps, async (work, { reservationDayId, basedOn, ...fields }) => {
  const day = await reservationDays.get(work.tx, reservationDayId)
  if (JSON.stringify(day.caps) !== JSON.stringify(basedOn))
    throw capsChangedMeanwhile({ date: day.date }, ['reservationDay', day.id])
  const problem = capsProblem(fields.caps, await bookedPlaces(work.tx, reservationDayId))
  if (problem) throw problem
  const changed = { ...day, ...fields }
  await reservationDays.save(work, changed)
  work.describe({ date: day.date, moved: await moveUp(work, changed) })
})

const setReservationsOpenHandler = handle(setReservationsOpen, async (work, { reservationDayId, open }) => {
  const day = await reservationDays.get(work.tx, reservationDayId)
  const changed = { ...day, status: open ? ('open' as const) : ('closed' as const) }
  await reservationDays.save(work, changed)
  work.describe({ date: day.date, open: open ? 1 : 0, moved: await moveUp(work, changed) })
})

/** The last who came, as many as it takes. */
function lastOf(booked: readonly Reservation[], people: number): Reservation[] {
  const last: Reservation[] = []
  let left = people
  for (const one of booked.toSorted((earlier, later) => later.turn - earlier.turn)) {
    if (left <= 0) break
    last.push(one)
    left -= one.headcount
  }
  return last
}

const waitBeyondHandler = handle(waitBeyond, async (work, { reservationDayId, people, basedOnSeq }) => {
  // Whoever pressed second would put as many people back once more.
  await refuseIfChanged(work, reservationDays, reservationDayId, basedOnSeq)
  const day = await reservationDays.get(work.tx, reservationDayId)
  const last = lastOf(await reservations.where(work.tx, { reservationDayId, status: 'booked' }), people)
  for (const one of last) await leavePlaces(work, one, 'waiting')
  const booked = await bookedPlaces(work.tx, reservationDayId)
  // Otherwise they would move up again at once; with the next cancellation the first of them does.
  const caps = await tableOf(async (half, kind) => Math.min(day.caps[half][kind], booked[half][kind]))
  await reservationDays.save(work, { ...day, caps })
  work.describe({ date: day.date, waiting: last.length })
  return { waiting: last.length }
})

export const reservationDayHandlers = [
  openReservationsHandler,
  changeCapsHandler,
  setReservationsOpenHandler,
  waitBeyondHandler,
]
