import { accessLogHead } from '#server/access/access-log.ts'
import { findCenter } from '#server/center/centers.ts'
import type { RouteContext } from '#server/core/slice.ts'
import type { Archive } from '#server/keeping/archive.ts'
import { handOverPage } from '#server/keeping/hand-over-sheet.ts'
import { notSetUp } from '#shared/center/problems.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { handOverCenter } from '#shared/keeping/commands.ts'
import { nothingSealed } from '#shared/keeping/copy-problems.ts'

export const copyRoutes =
  (archive: Archive | undefined) =>
  ({ center, routes, files }: RouteContext): void => {
    // The sheet carries the key of the whole center: only who may hand it over may print it, and with their PIN.
    const { may } = handOverCenter
    routes.open({ method: 'get', path: '/sheets/hand-over', may, stepUp: true }, async (context) => {
      const found = await center.read(findCenter)
      if (!found) throw notSetUp({})
      if (!archive?.sealed) throw nothingSealed({})
      const looks = await center.read(accessLogHead)
      const now = center.clock.now()
      const printedAt = `${dateOf(now, timeZone)} ${clockOf(now, timeZone)}`
      return context.html(handOverPage({ center: found, sealed: archive.sealed, files, printedAt, looks }))
    })
  }
