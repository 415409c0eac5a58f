import type { Drill } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { injectIdOf } from '#drills/core/named-ids.ts'
import type { ScenarioInject } from '#drills/core/scenario.ts'
import { isScriptOf } from '#drills/players/ring.ts'

const system = { kind: 'system' } as const

/** From the last praise to the end, so that it is read. */
const minutesToEnd = 0.5

/** What the coach asked for has been done: the log says so, and nobody has to write what they did. */
export async function praise(drill: Drill, eye: DrillDevice, inject: ScenarioInject): Promise<void> {
  const injectId = injectIdOf(inject.key)
  const given = eye.get('inject', injectId)
  const { doneWhen } = inject
  if (!doneWhen || given?.state !== 'fired') return
  const done = eye
    .all('logEntry')
    // What the runner itself does is nobody's practice.
    .filter(
      ({ type, at, actorName }) => doneWhen.commands.includes(type) && at >= (given.firedAt ?? '') && actorName !== '',
    )
  if (done.length < doneWhen.atLeast) return
  await drill.send(system, 'practice.answerInject', { injectId, answer: inject.praise ?? '' })
}

/** Who stood at the desk and has been received since does not wait there any more. */
async function letGo(drill: Drill, eye: DrillDevice): Promise<void> {
  const people = eye.all('attendance')
  for (const { id, state, recipient, script, firedAt } of eye.all('inject')) {
    if (state !== 'fired' || recipient.kind !== 'desk') continue
    const received = people.find(({ name, checkedInAt }) => isScriptOf(script, name) && checkedInAt >= (firedAt ?? ''))
    if (received)
      await drill.send(system, 'practice.answerInject', { injectId: id, answer: `${received.number}番で受け付けた。` })
  }
}

interface Round {
  /** How fast the clock runs once somebody has sat down. */
  speed: number
  lookAround: () => Promise<void>
}

/**
 * A coach sees at once what somebody does, not once a minute as the room does; and once everything has been done, the
 * round is over.
 */
export function playCoach(drill: Drill, eye: DrillDevice, { speed, lookAround }: Round): void {
  const { solo, injects } = drill.scenario
  if (!solo) return
  const words = injects.filter(({ to }) => typeof to === 'object' && 'coach' in to)
  let [isWaiting, isEnding, hasBegun] = [false, false, drill.isResumed]
  const look = async () => {
    isWaiting = false
    await lookAround()
    await letGo(drill, eye)
    const allDone = words.every(({ key }) => eye.get('inject', injectIdOf(key))?.state === 'answered')
    const somebodyWaits = eye
      .all('inject')
      .some(({ state, recipient }) => state === 'fired' && recipient.kind === 'desk')
    if (isEnding || !allDone || somebodyWaits || !drill.isHuman(solo.desk)) return
    isEnding = true
    drill.after(minutesToEnd, async () => {
      await drill.send(system, 'practice.endDrill', {})
    })
  }
  const [lead] = drill.staff.values()
  drill.control.onChange(() => {
    if (hasBegun || !lead || !drill.isHuman(solo.desk)) return
    hasBegun = true
    // Not by the timetable: while the clock stands, nothing in it happens.
    void drill.send(lead, 'practice.setClock', { speed })
  })
  drill.center.onPatch((patches) => {
    if (isWaiting || !patches.some(({ records }) => records.some(({ kind }) => kind === 'logEntry'))) return
    isWaiting = true
    drill.timetable.add(drill.clock.milliseconds, look)
    drill.control.wake()
  })
}
