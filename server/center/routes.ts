import { findCenter } from '#server/center/centers.ts'
import { deskCardsPage } from '#server/center/desk-cards-sheet.ts'
import { posterPage } from '#server/center/poster-sheet.ts'
import { wifi } from '#server/center/wifi.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { notSetUp } from '#shared/center/problems.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'

/** Posters carry the room's password: staff, or whoever stands at the laptop itself. */
const staffOrLaptop = ['staff', 'setUp'] as const

export function centerRoutes({ center, routes, files, origins }: RouteContext): void {
  const printedAt = () => {
    const now = center.clock.now()
    return `${dateOf(now, timeZone)} ${clockOf(now, timeZone)}`
  }

  routes.open({ method: 'get', path: '/sheets/poster', may: staffOrLaptop }, async (context) => {
    const [found, network] = await center.read(async (tx) => [await findCenter(tx), await wifi.where(tx, {})] as const)
    if (!found) throw notSetUp({})
    const all = origins()
    const origin = all.find((one) => one === context.req.query('address')) ?? all[0]
    const page = posterPage({ center: found, wifi: network[0], origin, origins: all, printedAt: printedAt(), files })
    return context.html(page)
  })

  routes.open({ method: 'get', path: '/sheets/desk-cards', may: staffOrLaptop }, async (context) => {
    const [found, desks] = await center.read(async (tx, profile) => [await findCenter(tx), profile.desks] as const)
    if (!found) throw notSetUp({})
    return context.html(deskCardsPage(found, desks, files, printedAt()))
  })
}
