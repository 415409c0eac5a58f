import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { RouteContext } from '#server/core/slice.ts'
import { isThisMachine } from '#server/transport/doors.ts'
import { notAllowed } from '#shared/core/problems.ts'
import type { AutostartShown } from '#shared/keeping/autostart.ts'

const asks = 'whether this is the center’s own computer'

/** Starting by itself is a matter of this laptop: its lead settles it there, and nowhere else. */
export function autostartRoutes({ routes, keeper }: RouteContext): void {
  const here = (context: Context<{ Bindings: HttpBindings }>) => {
    if (!keeper || !isThisMachine(context.env.incoming.socket.remoteAddress)) throw notAllowed({})
    return keeper.autostart
  }
  const path = '/api/keeping/autostart'
  const may = ['center.lead'] as const
  const shown = (context: Context<{ Bindings: HttpBindings }>) => {
    const autostart = here(context)
    return context.json<AutostartShown>({ state: autostart.state(), path: autostart.path })
  }

  routes.open({ method: 'get', path, may, asks }, shown)

  routes.open({ method: 'put', path, may, asks }, (context) => {
    here(context).turnOn()
    return shown(context)
  })

  routes.open({ method: 'delete', path, may, asks }, (context) => {
    here(context).turnOff()
    return shown(context)
  })
}
