import { callsOf } from '#drills/core/calls-of.ts'
import type { Amount, Scenario } from '#drills/core/scenario.ts'
import { clockAt, minutesOf } from '#shared/practice/scenario-clock.ts'
import type { ScenarioLook } from '#shared/practice/scenario-desk.ts'

const quarter = 15

const middleOf = (amount: Amount) => (typeof amount === 'number' ? amount : (amount.min + amount.max) / 2)

/** How much a scenario asks of a center in each quarter of an hour. */
export function quartersOf(scenario: Scenario): ScenarioLook['quarters'] {
  const [start, end] = [minutesOf(scenario.startsAt), minutesOf(scenario.endsAt)]
  const quarters = Array.from({ length: Math.ceil((end - start) / quarter) }, (_, index) => ({
    clock: clockAt(start + index * quarter),
    arrivals: 0,
    calls: 0,
    injects: 0,
  }))
  const at = (minute: number) => quarters[Math.floor((minute - start) / quarter)]
  const add = (minute: number, what: 'arrivals' | 'calls' | 'injects', many = 1) => {
    const one = at(minute)
    if (one) one[what] += many
  }
  for (const { from, to, people } of scenario.volunteers.arrivals) {
    const [first, last] = [minutesOf(from), minutesOf(to)]
    const minutes = Math.max(1, last - first)
    for (let minute = first; minute < first + minutes; minute++) add(minute, 'arrivals', middleOf(people) / minutes)
  }
  for (const bus of scenario.volunteers.buses) add(minutesOf(bus.at), 'arrivals', bus.people)
  for (const call of callsOf(scenario)) add(minutesOf(call.at), 'calls')
  for (const inject of scenario.injects) if (inject.at !== undefined) add(minutesOf(inject.at), 'injects')
  return quarters.map((one) => ({ ...one, arrivals: Math.round(one.arrivals) }))
}
