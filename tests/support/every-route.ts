import { resolve } from 'node:path'
import type { RouteRow } from '#server/core/routes.ts'
import { EpochGuard } from '#server/keeping/epoch-guard.ts'
import { httpApp } from '#server/transport/http.ts'
import { Rates } from '#server/transport/rates.ts'
import { Sessions } from '#server/transport/session.ts'
import { StaticFiles } from '#server/transport/static-files.ts'
import { emptyCenter } from '#tests/support/center.ts'
import { noOutside } from '#tests/support/no-outside.ts'

type App = ReturnType<typeof httpApp>['app']

/** The center over HTTP, without a port: its routes and their rows. */
export async function everyRoute() {
  const { center } = await emptyCenter()
  const sessions = new Sessions(center, 'code', 0)
  const files = new StaticFiles(resolve(import.meta.dirname, '../../dist/web'), 'live')
  const epochs = await EpochGuard.open(center, undefined)
  const given = { center, epochs, sessions, rates: new Rates(), files, port: () => 0, outside: noOutside, keeper: null }
  return { center, ...httpApp(given) }
}

/** Guards of every request stand as `ALL /*`: of those there are two, the doors themselves and the compression. */
const guards = 2

/** Routes that answer and say nowhere who may. */
export function routesWithoutRow(app: App, rows: readonly RouteRow[]): string[] {
  const known = new Map<string, number>([['ALL /*', guards]])
  for (const { method, path } of rows) known.set(`${method.toUpperCase()} ${path}`, 1)
  return app.routes
    .map(({ method, path }) => `${method} ${path}`)
    .filter((name) => {
      const left = known.get(name) ?? 0
      known.set(name, left - 1)
      return left < 1
    })
}
