import type { Drill } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { idNamed, withIds } from '#drills/core/named-ids.ts'
import type { ScenarioInject } from '#drills/core/scenario.ts'
import type { CommandName } from '#shared/commands.ts'
import { minutesBetween } from '#shared/core/time.ts'
import { waitsForTeam } from '#shared/needs/rules.ts'
import type { Condition } from '#shared/practice/condition.ts'
import type { Inject } from '#shared/practice/inject.ts'

type Reaction = NonNullable<ScenarioInject['reaction']>

const system = { kind: 'system' } as const

const injectIdOf = (key: string) => idNamed(`inject-${key}`)

interface Room {
  drill: Drill
  eye: DrillDevice
}

const counts: {
  [T in Exclude<Condition['that'], 'afterInject'>]: (room: Room) => number
} = {
  teamsOut: ({ eye }) => eye.all('team').filter(({ status }) => status === 'out').length,
  peopleWaiting: ({ eye }) => eye.all('attendance').filter(({ status }) => status === 'waiting').length,
  peopleReceived: ({ eye }) => eye.all('attendance').length,
  needsWaiting: ({ eye }) => eye.all('need').filter(({ status }) => waitsForTeam(status)).length,
  needsCompleted: ({ eye }) => eye.all('need').filter(({ status }) => status === 'completed').length,
  wbgt: ({ drill }) => drill.weather?.wbgt ?? 0,
  rain: ({ drill }) => drill.weather?.rainMm ?? 0,
}

/** Whether a condition holds, by what anybody in the room could count. */
function holds(condition: Condition, room: Room): boolean {
  if (condition.that !== 'afterInject') return counts[condition.that](room) >= condition.atLeast
  const firedAt = room.eye.get('inject', injectIdOf(condition.inject))?.firedAt
  return firedAt != null && minutesBetween(firedAt, room.drill.clock.now()) >= condition.minutes
}

/** Gives the injects when their time has come or their condition holds, and lets simulated desks answer theirs. */
export function playInjects(drill: Drill, eye: DrillDevice): void {
  const { injects } = drill.scenario
  if (injects.length === 0) return
  const answering = new Set<string>()
  drill.every(1, drill.scenario.startsAt, async () => {
    // Asked once a round: the controller may have put one off or left it out.
    const waiting = injects.every(({ key }) => eye.get('inject', injectIdOf(key))) ? [] : await drill.waitingInjects()
    for (const inject of injects) {
      if (isDue(drill, eye, inject, waiting))
        await drill.send(system, 'practice.fireInject', { injectId: injectIdOf(inject.key) })
    }
    for (const inject of injects) await react(drill, eye, inject, answering)
  })
}

/** What was fired is on every screen; of what waits, whether its time has come or its condition holds. */
function isDue(drill: Drill, eye: DrillDevice, { key, when }: ScenarioInject, waiting: readonly Inject[]): boolean {
  const injectId = injectIdOf(key)
  if (eye.get('inject', injectId)) return false
  const inject = waiting.find(({ id }) => id === injectId)
  if (inject?.state !== 'waiting') return false
  if (inject.dueAt !== null) return inject.dueAt <= drill.clock.now()
  return when !== undefined && holds(when, { drill, eye })
}

async function react(
  drill: Drill,
  eye: DrillDevice,
  { key, to, reaction }: ScenarioInject,
  answering: Set<string>,
): Promise<void> {
  const inject = eye.get('inject', injectIdOf(key))
  if (!reaction || answering.has(key) || inject?.state !== 'fired') return
  if (typeof to === 'object' && 'desk' in to && drill.isHuman(to.desk)) return
  answering.add(key)
  const deskName = typeof to === 'object' && 'desk' in to ? to.desk : undefined
  const act = () => answer(drill, key, reaction)
  drill.after(reaction.after, () => (deskName === undefined ? act() : drill.work.do(deskName, act)))
}

async function answer(drill: Drill, key: string, { by, steps, answer: words }: Reaction): Promise<void> {
  const injectId = injectIdOf(key)
  // People sat down there meanwhile, and have answered.
  if (drill.injectOf(injectId)?.state !== 'fired') return
  const actor = drill.atDesk(by)
  // The whole scenario was held against the commands before anything started.
  for (const [index, { command, input }] of steps.entries())
    await drill.send(actor, command as CommandName, withIds(input) as never, {
      id: idNamed(`reaction-${key}-${index}`),
    })
  await drill.send(actor, 'practice.answerInject', { injectId, answer: words })
}
