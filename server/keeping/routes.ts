import type { RouteContext } from '#server/core/slice.ts'
import { notAllowed, notSignedIn } from '#shared/core/problems.ts'
import { restartByHand } from '#shared/keeping/problems.ts'

/** What desks do when nothing can be written: no commands, for those would have to be written. */
export function keepingRoutes({ center, app, actorOf, keeper }: RouteContext): void {
  const requireStaff = async (context: Parameters<typeof actorOf>[0]) => {
    if ((await actorOf(context)).kind !== 'staff') throw notSignedIn({})
  }

  app.post('/api/keeping/restart', async (context) => {
    await requireStaff(context)
    // A center that works is not sent down by one desk.
    if (center.keeping.state.reason === null) throw notAllowed({})
    if (!keeper?.restart()) throw restartByHand({})
    return context.json({})
  })

  app.post('/api/keeping/release-reserve', async (context) => {
    await requireStaff(context)
    keeper?.releaseReserve()
    return context.json({})
  })
}
