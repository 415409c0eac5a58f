import type { ScenarioData } from '#drills/core/scenario.ts'
import { firstDay } from '#drills/scenarios/first-day.ts'
import { growing } from '#drills/scenarios/growing.ts'

/** The scenarios there are; the one list of them. */
const scenarios: readonly ScenarioData[] = [firstDay, growing]

export const scenarioNames = (): string[] => scenarios.map(({ name }) => name)

export function findScenario(name: string | undefined): ScenarioData | undefined {
  return scenarios.find((one) => one.name === name)
}
