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

/**
 * Opens a drill on a file of its own, in a new folder that is removed with the process. Its key is never written down:
 * a drill's records are thrown away, and so is whatever somebody typed into it by mistake.
 */
export async function openDrillOnFile(scenario: Scenario): Promise<Drill> {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-drill-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const clock = clockOfScenario(scenario)
  const file = join(folder, 'drill.db')
  const center = await openCenterOnFile({ file, key: newSecret() + newSecret(), clock, kind: 'drill' })
  return new Drill(center, clock, scenario)
}

function clockOfScenario({ date, startsAt }: Scenario): DrillClock {
  return new DrillClock(instantAt(date, startsAt, timeZone))
}
