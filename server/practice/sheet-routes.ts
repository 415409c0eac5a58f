import { findCenter } from '#server/center/centers.ts'
import { wifi } from '#server/center/wifi.ts'
import type { RouteContext } from '#server/core/slice.ts'
import { injectCardsPage, roleCardsPage } from '#server/practice/cards-sheet.ts'
import { drillPosterPage } from '#server/practice/drill-poster-sheet.ts'
import { findDrill, injects, roleCards } from '#server/practice/drill-tables.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { inOrder } from '#shared/practice/coming.ts'
import { notADrill } from '#shared/practice/problems.ts'

/** What a drill prints: its own poster, and the cards of those without a phone. */
export function sheetRoutes({ center, routes, files, origins }: RouteContext): void {
  const paper = async () => {
    const now = center.clock.now()
    const [found, drill] = await center.read(async (tx) => [await findCenter(tx), await findDrill(tx)] as const)
    if (found?.kind !== 'drill') throw notADrill({})
    const printedAt = `${dateOf(now, timeZone)} ${clockOf(now, timeZone)}`
    return { center: found, title: drill?.title ?? '', printedAt, files }
  }

  routes.open({ method: 'get', path: '/sheets/drill-poster', may: ['staff', 'setUp'] }, async (context) => {
    const [network] = await center.read((tx) => wifi.where(tx, {}))
    return context.html(drillPosterPage({ ...(await paper()), wifi: network, origin: origins()[0] }))
  })

  routes.open(
    { method: 'get', path: '/sheets/role-cards', may: ['center.lead'], holds: ['roleCard'] },
    async (context) => {
      const cards = await center.read((tx) => roleCards.where(tx, {}))
      return context.html(roleCardsPage(await paper(), cards))
    },
  )

  routes.open(
    { method: 'get', path: '/sheets/inject-cards', may: ['center.lead'], holds: ['inject'] },
    async (context) => {
      const all = await center.read((tx) => injects.where(tx, {}))
      return context.html(injectCardsPage(await paper(), inOrder(all)))
    },
  )
}
