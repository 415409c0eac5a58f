import type { Scenario } from '#drills/core/scenario.ts'
import { playHeadless } from '#drills/play-headless.ts'
import { checkWords } from '#drills/summary/check-words.ts'
import { monotonicMilliseconds } from '#server/core/clock.ts'

/** One line for one run, and one more for each expectation that was not met. */
async function runOnce(scenario: Scenario, say: (line: string) => void): Promise<boolean> {
  const from = monotonicMilliseconds()
  const { after, outcomes } = await playHeadless(scenario)
  await after.drill.center.close()
  const seconds = ((monotonicMilliseconds() - from) / 1000).toFixed(1)
  const failed = outcomes.flatMap(({ check, failure }) =>
    failure === null ? [] : [`${checkWords[check]}: ${failure}`],
  )
  const met = `${outcomes.length - failed.length}/${outcomes.length}`
  const mark = failed.length === 0 ? '○' : '×'
  say(
    `${mark} ${scenario.name.padEnd(24)} seed ${String(scenario.seed).padEnd(9)} ${seconds.padStart(5)}秒  期待 ${met}`,
  )
  for (const failure of failed) say(`    ${failure}`)
  return failed.length === 0
}

/** Plays each scenario under so many seeds, its own first; says whether every expectation was met every time. */
export async function runMany(
  scenarios: readonly Scenario[],
  seeds: number,
  say: (line: string) => void,
): Promise<boolean> {
  let allMet = true
  for (const scenario of scenarios) {
    for (let one = 0; one < seeds; one++) {
      const met = await runOnce({ ...scenario, seed: scenario.seed + one }, say)
      allMet = allMet && met
    }
  }
  return allMet
}
