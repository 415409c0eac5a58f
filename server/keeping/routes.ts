import { findCenter } from '#server/center/centers.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { troubleCardsPage } from '#server/keeping/trouble-cards-sheet.ts'
import { notSetUp } from '#shared/center/problems.ts'
import { notAllowed } from '#shared/core/problems.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { restartByHand } from '#shared/keeping/problems.ts'

/** What desks do when nothing can be written: no commands, for those would have to be written. */
export function keepingRoutes({ center, routes, files, keeper }: RouteContext): void {
  routes.open({ method: 'get', path: '/sheets/trouble-cards', may: ['staff'] }, async (context) => {
    const found = await center.read(findCenter)
    if (!found) throw notSetUp({})
    const now = center.clock.now()
    return context.html(troubleCardsPage(found, files, `${dateOf(now, timeZone)} ${clockOf(now, timeZone)}`))
  })

  const asks = 'that nothing can be written'
  routes.open({ method: 'post', path: '/api/keeping/restart', may: ['staff'], asks }, (context) => {
    // A center that works is not sent down by one desk.
    if (center.keeping.state.reason === null) throw notAllowed({})
    if (!keeper?.restart()) throw restartByHand({})
    return context.json({})
  })

  routes.open({ method: 'post', path: '/api/keeping/release-reserve', may: ['staff'] }, (context) => {
    keeper?.releaseReserve()
    return context.json({})
  })
}
