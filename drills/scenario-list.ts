import { readScenarioFile } from '#drills/core/read-scenario.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import { bankNames, bankText } from '#drills/scenarios/bank.ts'

/** The scenarios there are; the one list of them. */
export const scenarioNames = (): string[] => bankNames()

/** A scenario of the bank, checked; undefined for a name that is none of it. */
export function findScenario(name: string | undefined): Scenario | undefined {
  const text = name === undefined ? undefined : bankText(name)
  return text === undefined ? undefined : readScenarioFile(text, `${name}.yaml`)
}
