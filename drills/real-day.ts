import { OrderProblem } from '#drills/arguments.ts'
import { readOwnJson } from '#shared/core/json.ts'
import type { BoardView } from '#shared/reports/board.ts'

/** A center on the same laptop answers at once, or is none. */
const patienceMs = 2000

/** The date of the day on which people are at work for real at the center on this port; null where nobody is. */
async function openDayAt(port: number): Promise<string | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/board`, { signal: AbortSignal.timeout(patienceMs) })
    const { center, day } = readOwnJson<BoardView>(await answer.text())
    return center?.kind === 'live' && day !== null && !day.closed ? day.date : null
  } catch {
    // Nobody answers there, or not as a center does.
    return null
  }
}

/** Nobody practises on the laptop that counts real people home; what its wall board says is asked of the center itself. */
export async function refuseWhileAtWork(port: number): Promise<void> {
  const date = await openDayAt(port)
  if (date === null) return
  throw new OrderProblem(
    `このパソコンの本番のセンター（ポート ${port}）で、${date} の活動日が開いています。本番の活動をしているあいだは、訓練を始められません。`,
  )
}
