import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Drill } from '#drills/core/drill.ts'
import { readScenario } from '#drills/core/read-scenario.ts'
import { playUntil, prepareDrill } from '#drills/core/run-drill.ts'
import { openDrillInMemory, openDrillOnFile } from '#drills/open-drill.ts'
import { bankData } from '#drills/scenarios/bank.ts'
import { lookBack } from '#drills/summary/after-action.ts'
import { checkAll } from '#drills/summary/checks.ts'
import { decideOutcomes } from '#drills/summary/outcomes.ts'
import { Witness } from '#drills/summary/witness.ts'
import { readersOf, readFor } from '#server/core/reads.ts'
import { newSecret } from '#shared/core/ids.ts'
import type { FigureKey } from '#shared/lookback/figure-keys.ts'
import { findScore } from '#shared/lookback/reads.ts'

const opened = new Set<Drill>()
const folders: string[] = []
afterAll(async () => {
  for (const { center } of opened) await center.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  opened.clear()
})

const leadName = '汐見 統'

async function given(drill: Drill) {
  opened.add(drill)
  const witness = await Witness.of(drill.center)
  await prepareDrill(drill)
  decideOutcomes(drill, witness)
  const lead = drill.atDesk(leadName)
  return { drill, witness, lead, eye: await drill.device(lead) }
}

/** A scenario of the bank; the first day without what is given in its course, so that its people alone decide how it goes. */
const dataOf = (name: string, change: object) => ({
  ...bankData(name),
  ...(name === 'first-day' && { injects: [] }),
  ...change,
})

/** A scenario of the bank in memory, played to a time of its day. */
export async function drillUntil(clock: string, { name = 'first-day', change = {} } = {}) {
  const data = dataOf(name, change)
  const set = await given(await openDrillInMemory(readScenario(data)))
  await playUntil(set.drill, clock)
  return set
}

/** The same on a file, which can be broken off and taken up again. */
export function drillOnFile({ name = 'first-day', change = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-drill-test-'))
  folders.push(folder)
  const place = { file: join(folder, 'drill.db'), key: newSecret() + newSecret() }
  const scenario = readScenario(dataOf(name, change))
  return {
    open: async () => given(await openDrillOnFile(scenario, place)),
    /** Nothing is said to anybody: what the program knew beside its file is gone, as after a power cut. */
    async breakOff(drill: Drill): Promise<void> {
      opened.delete(drill)
      await drill.center.close()
    },
  }
}

export const failedOf = async (drill: Drill, witness: Witness) =>
  checkAll(await lookBack(drill, witness)).filter(({ failure }) => failure !== null)

/** One figure of the score, as the lead's desk asks for it. */
export async function figureOf(drill: Drill, key: FigureKey) {
  const readers = readersOf(drill.center.slices)
  const asked = { name: findScore.name, input: { date: null } }
  const { figures } = findScore.answer.parse(await readFor(drill.center, readers, drill.atDesk(leadName), asked))
  return figures.find((figure) => figure.key === key)
}
