import { noteSheet } from '#server/access/note-looks.ts'
import { findCenter } from '#server/center/centers.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { dayListPage } from '#server/reservations/day-list-sheet.ts'
import { reservationDays, reservations } from '#server/reservations/reservations.ts'

/** The printed list of a day's reservations: names of people who are not here, for the desks that work with them. */
export function deskRoutes(route: RouteContext): void {
  const { routes, center, files } = route
  const row = { method: 'get', path: '/sheets/reservations', may: ['roster.manage'], holds: ['reservation'] } as const
  routes.open(row, async (context, actor) => {
    const id = context.req.query('day') ?? ''
    const read = await center.read(async (tx) => {
      const day = await reservationDays.get(tx, id)
      const status = ['booked', 'waiting', 'checkedIn', 'noShow'] as const
      const listed = await reservations.where(tx, { reservationDayId: id, status })
      return { center: await findCenter(tx), day, listed }
    })
    const opened = { sheet: 'reservations', recordId: read.day.id, people: read.listed.length } as const
    const paper = await noteSheet(route, { context, actor }, opened)
    return context.html(dayListPage({ files, now: center.clock.now(), ...read, paper }))
  })
}
