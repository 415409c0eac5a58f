import type { Expectation, Scenario } from '#drills/core/scenario.ts'

/** What happens once a day is expected of the last one. */
const onLastDay: readonly Expectation['check'][] = ['allReturnedBy', 'dayClosedBy']

/** By when, by the clock of the scenario's days; undefined where only the end shows it. */
export function dueOf({ endsAt }: Scenario, expected: Expectation): string | undefined {
  if (!('clock' in expected)) return undefined
  const day = /^\+\d /.exec(endsAt)?.[0] ?? ''
  return onLastDay.includes(expected.check) ? `${day}${expected.clock}` : expected.clock
}
