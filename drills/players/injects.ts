import type { Drill } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { idNamed, injectIdOf, withIds } from '#drills/core/named-ids.ts'
import type { ScenarioInject } from '#drills/core/scenario.ts'
import { playCoach, praise } from '#drills/players/coach.ts'
import { isScriptOf } from '#drills/players/ring.ts'
import type { CommandName } from '#shared/commands.ts'
import { minutesBetween } from '#shared/core/time.ts'
import { waitsForTeam } from '#shared/needs/rules.ts'
import type { Condition } from '#shared/practice/condition.ts'
import type { Inject } from '#shared/practice/inject.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { insuranceGap } from '#shared/volunteers/rules.ts'

type Reaction = NonNullable<ScenarioInject['reaction']>

const system = { kind: 'system' } as const

interface Room {
  drill: Drill
  eye: DrillDevice
}

/** Who stands there and waits for a team. */
const waiting = ({ eye }: Room, is: (one: Attendance) => boolean) =>
  eye.all('attendance').filter((one) => one.status === 'waiting' && is(one)).length

/** Whoever tells at a desk who they are, and has not been answered. */
const atDesk = ({ eye, drill }: Room) => {
  const ofScenario = new Set(drill.scenario.injects.map(({ key }) => key))
  return eye
    .all('inject')
    .filter(({ state, recipient, key }) => state === 'fired' && recipient.kind === 'desk' && !ofScenario.has(key))
}

const counts: {
  [T in Exclude<Condition['that'], 'afterInject'>]: (room: Room) => number
} = {
  teamsOut: ({ eye }) => eye.all('team').filter(({ status }) => status === 'out').length,
  peopleWaiting: ({ eye }) => eye.all('attendance').filter(({ status }) => status === 'waiting').length,
  peopleReceived: ({ eye }) => eye.all('attendance').length,
  needsWaiting: ({ eye }) => eye.all('need').filter(({ status }) => waitsForTeam(status)).length,
  needsCompleted: ({ eye }) => eye.all('need').filter(({ status }) => status === 'completed').length,
  standsAtDesk: (room) => atDesk(room).length,
  cameAgain: (room) => {
    const people = room.eye.all('attendance')
    const wasHere = ({ script, firedAt }: Inject) =>
      people.some(({ name, checkedInAt }) => isScriptOf(script, name) && checkedInAt < (firedAt ?? ''))
    return atDesk(room).filter(wasHere).length
  },
  talksWaiting: ({ eye }) => eye.all('attendance').filter(({ status }) => status === 'consulting').length,
  uninsuredHere: (room) => {
    const { today, scenario } = room.drill
    return waiting(room, ({ insurance }) => insuranceGap(insurance, today, scenario.center.hazard) !== null)
  },
  consentMissing: (room) => waiting(room, ({ guardianConsent }) => guardianConsent === 'missing'),
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
export function playInjects(drill: Drill, eye: DrillDevice, speed: number): void {
  const { injects } = drill.scenario
  if (injects.length === 0) return
  const answering = new Set<string>()
  const lookAround = async () => {
    // Asked once a round: the controller may have put one off or left it out.
    const unseen = injects.every(({ key }) => eye.get('inject', injectIdOf(key))) ? [] : await drill.waitingInjects()
    for (const inject of injects) {
      if (isDue(drill, eye, inject, unseen))
        await drill.send(system, 'practice.fireInject', { injectId: injectIdOf(inject.key) })
    }
    for (const inject of injects) await praise(drill, eye, inject)
    for (const inject of injects) await react(drill, eye, inject, answering)
  }
  drill.every(1, drill.scenario.startsAt, lookAround)
  playCoach(drill, eye, { speed, lookAround })
}

/** What was fired is on every screen; of what waits, whether its time has come or its condition holds. */
function isDue(drill: Drill, eye: DrillDevice, { key, when }: ScenarioInject, unseen: readonly Inject[]): boolean {
  const injectId = injectIdOf(key)
  if (eye.get('inject', injectId)) return false
  const inject = unseen.find(({ id }) => id === injectId)
  if (inject?.state !== 'waiting') return false
  if (inject.dueAt !== null) return inject.dueAt <= drill.clock.now()
  return when !== undefined && holds(when, { drill, eye })
}

/** Whose desk it is; a team is called by the lead. */
function deskOf(to: ScenarioInject['to']): string | undefined {
  if (to === 'team') return 'lead'
  if (typeof to !== 'object') return undefined
  if ('coach' in to) return to.coach
  return 'desk' in to ? to.desk : undefined
}

/** Whether somebody plays this part on a phone: then the answer is theirs. */
const isOnPhone = (eye: DrillDevice, to: ScenarioInject['to']) =>
  typeof to === 'object' &&
  'phone' in to &&
  eye.all('participant').some(({ role, leftAt }) => role === to.phone && leftAt === null)

async function react(
  drill: Drill,
  eye: DrillDevice,
  { key, to, reaction }: ScenarioInject,
  answering: Set<string>,
): Promise<void> {
  const inject = eye.get('inject', injectIdOf(key))
  if (!reaction || answering.has(key) || inject?.state !== 'fired') return
  const deskName = deskOf(to)
  if (deskName === undefined ? isOnPhone(eye, to) : drill.isHuman(deskName)) return
  answering.add(key)
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
      ofScenario: true,
    })
  await drill.send(actor, 'practice.answerInject', { injectId, answer: words })
}
