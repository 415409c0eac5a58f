import { resolve } from 'node:path'
import { DrillFolder } from '#drills/core/drill-folder.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import { scoreOfFile, scoreOfScenario } from '#drills/score-drill.ts'
import type { Score } from '#shared/lookback/figure.ts'

const shownDrills = 2

/**
 * What a drill is held against: the same scenario with all desks simulated, and the last drills of it that were kept. A
 * sealed one cannot be told again: what was typed into it is gone.
 */
export async function scoresBeside(
  scenario: Scenario,
  file: string | undefined,
): Promise<{ title: string; score: Score }[]> {
  const others = [{ title: '全員が模擬', score: await scoreOfScenario(scenario) }]
  const all = file === undefined ? [] : DrillFolder.all(resolve(file, '../../..'))
  const kept = all.filter(
    ({ folder, note }) => note.scenarioName === scenario.name && note.ended === 'kept' && folder.file !== file,
  )
  for (const { folder, note } of kept.slice(0, shownDrills))
    others.push({ title: note.heldOn, score: await scoreOfFile(folder.file) })
  return others
}
