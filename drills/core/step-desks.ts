import type { Scenario } from '#drills/core/scenario.ts'
import { deskThatDoes } from '#shared/center/profiles.ts'
import { commands } from '#shared/commands.ts'

const mayByName = new Map<string, readonly string[]>(Object.values(commands).map(({ name, may }) => [name, may]))

/** The controller's acts hold the drill together: no desk can be without them, whoever sits there. */
const ofController: readonly string[] = ['practice.startDevicesOff', 'practice.endDevicesOff']

/** At which of somebody's desks a step of the scenario is taken: those that may; none where it is the controller's. */
export function desksOfStep({ command }: Pick<Scenario['steps'][number], 'command'>, desks: readonly string[]) {
  if (ofController.includes(command)) return []
  const may = mayByName.get(command) ?? []
  return desks.filter((name) => {
    const desk = deskThatDoes(name)
    // A desk of the center's own is not in the profiles; it does what its people have been given.
    return !desk || may.includes('staff') || desk.capabilities.some((held) => may.includes(held))
  })
}
