import type { Scenario } from '#drills/core/scenario.ts'
import { scoresBeside } from '#drills/scores-beside.ts'
import { sealDrill } from '#drills/seal-drill.ts'
import type { Score } from '#shared/lookback/figure.ts'

/** What the thread for scores can be told. */
export type ScoreOrder =
  | { kind: 'beside'; scenario: Scenario; file: string | undefined }
  | { kind: 'seal'; file: string; key: string }

/** What it says, one after the other. */
export interface Said {
  title: string
  score: Score
}

/** Carries out one order; only the thread for scores calls it. */
export async function* carryOut(order: ScoreOrder): AsyncGenerator<Said> {
  if (order.kind === 'beside') yield* scoresBeside(order.scenario, order.file)
  else yield { title: '', score: await sealDrill(order) }
}
