import type { Scenario } from '#drills/core/scenario.ts'
import { faultsOf, readScenarioText } from '#drills/core/scenario-text.ts'
import type { ScenarioFault } from '#shared/practice/scenario-desk.ts'

/** A scenario that cannot be played, with the places in it that are to be mended. */
export class ScenarioProblem extends Error {
  readonly places: readonly string[]

  constructor(name: string, places: readonly string[]) {
    super(`想定「${name}」に直すところがあります。\n${places.map((place) => `  ${place}`).join('\n')}`)
    this.places = places
  }
}

const placeText = ({ line, path, sentence }: ScenarioFault) =>
  `${line}行目${path === '' ? '' : `（${path}）`}: ${sentence}`

/** Checks a whole scenario before anything starts; throws a ScenarioProblem that names every place to mend. */
export function readScenario(data: unknown): Scenario {
  const read = faultsOf(data)
  if (read.scenario) return read.scenario
  const name = typeof data === 'object' && data !== null && 'name' in data ? String(data.name) : '?'
  throw new ScenarioProblem(
    name,
    read.faults.map(({ path, sentence }) => `${path.join('.')}: ${sentence}`),
  )
}

/** The same from a file's text: every place is named by its line. */
export function readScenarioFile(text: string, fileName: string): Scenario {
  const read = readScenarioText(text)
  if (read.scenario) return read.scenario
  throw new ScenarioProblem(fileName, read.places.map(placeText))
}
