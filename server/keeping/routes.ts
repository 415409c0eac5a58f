import type { RouteContext } from '#server/core/slice.ts'
import { notAllowed } from '#shared/core/problems.ts'
import { restartByHand } from '#shared/keeping/problems.ts'

/** What desks do when nothing can be written: no commands, for those would have to be written. */
export function keepingRoutes({ center, routes, keeper }: RouteContext): void {
  routes.open({ method: 'post', path: '/api/keeping/restart', may: ['staff'] }, (context) => {
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
