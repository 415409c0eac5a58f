import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Drill } from '#drills/core/drill.ts'
import { DrillClock } from '#drills/core/drill-clock.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import { openCenterInMemory, openCenterOnFile } from '#server/app.ts'
import { newSecret } from '#shared/core/ids.ts'
import { instantAt, timeZone } from '#shared/core/time.ts'

/** Opens a drill that is gone with its process: for running without a screen, and for tests. */
export async function openDrillInMemory(scenario: Scenario): Promise<Drill> {
  const clock = clockOfScenario(scenario)
  return new Drill(await openCenterInMemory({ clock, kind: 'drill' }), clock, scenario)
}

interface Place {
  file: string
  key: string
}

/** What the drill's center is given beside its file. */
type Beside = Pick<Parameters<typeof openCenterOnFile>[0], 'comparedWith'>

/** Opens a drill on a file; where none is said, on one that is gone with the process. */
export async function openDrillOnFile(
  scenario: Scenario,
  place: Place = placeForNow(),
  beside: Beside = {},
): Promise<Drill> {
  const clock = clockOfScenario(scenario)
  const { file, key } = place
  return new Drill(await openCenterOnFile({ file, key, clock, kind: 'drill', ...beside }), clock, scenario, file)
}

/** Its key is never written down: its records are thrown away, and so is whatever somebody typed into it by mistake. */
function placeForNow(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-drill-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return { file: join(folder, 'drill.db'), key: newSecret() + newSecret() }
}

function clockOfScenario({ date, startsAt }: Scenario): DrillClock {
  return new DrillClock(instantAt(date, startsAt, timeZone))
}
