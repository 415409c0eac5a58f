import { handle } from '#server/core/handlers.ts'
import { bookedPlaces, moveUp } from '#server/reservations/places.ts'
import { findReservationDay, reservationDays } from '#server/reservations/reservations.ts'
import { timeZone } from '#shared/core/time.ts'
import { changeCaps, openReservations, setReservationsOpen } from '#shared/reservations/commands.ts'
import { capsChangedMeanwhile, dateTaken } from '#shared/reservations/problems.ts'
import { capsProblem, openingProblem } from '#shared/reservations/rules.ts'

const openReservationsHandler = handle(openReservations, async (work, { reservationDayId, ...fields }) => {
  const problem = openingProblem(fields, work.now, timeZone)
  if (problem) throw problem
  if (await findReservationDay(work.tx, fields.date)) throw dateTaken({ date: fields.date })
  await reservationDays.add(work, { id: reservationDayId, ...fields, status: 'open' })
  work.describe({ date: fields.date })
})

const changeCapsHandler = handle(changeCaps, async (work, { reservationDayId, basedOn, ...fields }) => {
  const day = await reservationDays.get(work.tx, reservationDayId)
  if (JSON.stringify(day.caps) !== JSON.stringify(basedOn)) throw capsChangedMeanwhile({ date: day.date })
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

export const reservationDayHandlers = [openReservationsHandler, changeCapsHandler, setReservationsOpenHandler]
