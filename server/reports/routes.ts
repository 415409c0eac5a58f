import type { RouteContext } from '#server/core/slice.ts'
import { readBoard } from '#server/reports/board.ts'
import type { BoardView } from '#shared/reports/board.ts'

/** A wall asks every two seconds; several walls and passers-by cost one reading a second. */
const keptForMs = 1000

/** The slice's pages and exports. */
export function addReportRoutes({ center, app }: RouteContext): void {
  let kept: { at: number; view: Promise<BoardView> } | undefined
  app.get('/api/board', async (context) => {
    const at = performance.now()
    if (!kept || at - kept.at > keptForMs) kept = { at, view: center.read((tx) => readBoard(tx, center.clock)) }
    return context.json({ ...(await kept.view), now: center.clock.now() } satisfies BoardView)
  })
}
