import { resolve } from 'node:path'
import { DrillFolder, type DrillNote } from '#drills/core/drill-folder.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import { scoreOfFile, scoreOfScenario } from '#drills/score-drill.ts'
import { logBug } from '#server/core/bug.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import type { Score } from '#shared/lookback/figure.ts'

const shownDrills = 2

interface Beside {
  title: string
  score: Score
}

/** Two drills of one day are told apart by their hours; what was kept before that was noted has its date alone. */
const titleOf = ({ begunAt, heldOn }: DrillNote) =>
  begunAt === undefined ? heldOn : `${dateOf(begunAt, timeZone)} ${clockOf(begunAt, timeZone)}`

/** A sealed drill has its figures in its note; one that cannot be read takes nothing from what this one came to. */
async function scoreOfKept({ folder, note }: ReturnType<typeof DrillFolder.all>[number]): Promise<Beside[]> {
  try {
    const score = note.score ?? (await scoreOfFile(folder.file))
    return [{ title: titleOf(note), score }]
  } catch (error) {
    logBug('looking back at an earlier drill', error)
    return []
  }
}

/**
 * What a drill is held against, one after the other: the last drills of the same scenario that were kept or sealed, and
 * the scenario with all desks simulated, for which it is played.
 */
export async function* scoresBeside(scenario: Scenario, file: string | undefined): AsyncGenerator<Beside> {
  const all = file === undefined ? [] : DrillFolder.all(resolve(file, '../../..'))
  const earlier = all.filter(
    ({ folder, note }) => note.scenarioName === scenario.name && note.ended !== null && folder.file !== file,
  )
  for (const one of earlier.slice(0, shownDrills)) yield* await scoreOfKept(one)
  yield { title: '全員が模擬', score: await scoreOfScenario(scenario) }
}
