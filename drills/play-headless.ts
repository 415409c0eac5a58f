import type { Drill } from '#drills/core/drill.ts'
import { readScenario } from '#drills/core/read-scenario.ts'
import { playUntil, prepareDrill } from '#drills/core/run-drill.ts'
import { openDrillInMemory } from '#drills/open-drill.ts'
import { type AfterAction, lookBack } from '#drills/summary/after-action.ts'
import { checkAll, type Outcome } from '#drills/summary/checks.ts'
import { decideOutcomes, endPractice } from '#drills/summary/outcomes.ts'
import { Witness } from '#drills/summary/witness.ts'

interface Played {
  after: AfterAction
  outcomes: readonly Outcome[]
}

/**
 * Plays a whole scenario without a screen and says what came of it. `before` is given the drill before anybody acts:
 * a test may look on, or stand in somebody's way.
 */
export async function playHeadless(data: unknown, before: (drill: Drill) => void = () => {}): Promise<Played> {
  const drill = await openDrillInMemory(readScenario(data))
  const witness = await Witness.of(drill.center)
  before(drill)
  await prepareDrill(drill)
  decideOutcomes(drill, witness)
  await playUntil(drill)
  await endPractice(drill, witness)
  const after = await lookBack(drill, witness)
  return { after, outcomes: checkAll(after) }
}
