import type { OpenAgain } from '#server/core/center.ts'
import type { Tx } from '#server/database/record-table.ts'
import { linesAfter } from '#server/lookback/log-lines.ts'
import { type Names, Telling } from '#server/lookback/telling.ts'
import type { History } from '#shared/lookback/history.ts'
import type { DrillFact } from '#shared/practice/outcome.ts'

/** Everything that happened, with what simulated people know of it. */
export interface WholeHistory extends History {
  facts: readonly DrillFact[]
}

/** A whole log told once, from its first line, where nobody waits: in a program of its own, a thread, a test. */
export async function readHistory(tx: Tx, openAgain: OpenAgain, names?: Names): Promise<WholeHistory> {
  const telling = await Telling.begin(openAgain, names)
  try {
    for (;;) {
      const lines = await linesAfter(tx, telling.seq)
      if (lines.length === 0) break
      await telling.tell(lines)
    }
    const { moments, gaps } = telling
    return { moments, gaps, facts: await telling.facts() }
  } finally {
    await telling.close()
  }
}
