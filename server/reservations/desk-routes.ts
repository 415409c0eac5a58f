import { findCenter } from '#server/center/centers.ts'
import type { Actor } from '#server/core/actor.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { dayListPage } from '#server/reservations/day-list-sheet.ts'
import { reservationDays, reservations } from '#server/reservations/reservations.ts'
import { notAllowed, notSignedIn } from '#shared/core/problems.ts'

/** Names of people who are not here: for the desks that work with reservations. */
function requireRoster(actor: Actor): void {
  if (actor.kind === 'public') throw notSignedIn({})
  if (actor.kind !== 'staff' || !actor.capabilities.includes('roster.manage')) throw notAllowed({})
}

/** The printed list of a day's reservations. */
export function deskRoutes(route: RouteContext): void {
  const { app, center, files } = route
  app.get('/sheets/reservations', async (context) => {
    requireRoster(await route.actorOf(context))
    const id = context.req.query('day') ?? ''
    const read = await center.read(async (tx) => {
      const day = await reservationDays.get(tx, id)
      const status = ['booked', 'waiting', 'checkedIn', 'noShow'] as const
      const listed = await reservations.where(tx, { reservationDayId: id, status })
      return { center: await findCenter(tx), day, listed }
    })
    return context.html(dayListPage({ files, now: center.clock.now(), ...read }))
  })
}
