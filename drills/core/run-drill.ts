import { beginPractice } from '#drills/core/begin-practice.ts'
import type { Drill } from '#drills/core/drill.ts'
import { enterOpening } from '#drills/core/opening-state.ts'
import { openTheCenter, openTheCenterAgain } from '#drills/core/prologue.ts'
import type { Part, PartOf } from '#drills/core/scenario.ts'
import { playArrivals } from '#drills/players/arrivals.ts'
import { playBuses } from '#drills/players/buses.ts'
import { playDispatchers } from '#drills/players/dispatcher.ts'
import { playInjects } from '#drills/players/injects.ts'
import { playLead } from '#drills/players/lead.ts'
import { playNeedsClerks } from '#drills/players/needs-clerk.ts'
import { playPhones } from '#drills/players/phones.ts'
import { playReceptionClerks } from '#drills/players/reception-clerk.ts'
import { playReturnClerks } from '#drills/players/return-clerk.ts'
import { playSendOffClerks } from '#drills/players/send-off-clerk.ts'
import { enterSteps } from '#drills/players/steps.ts'
import { playSurveyors } from '#drills/players/surveyor.ts'
import { playTeams } from '#drills/players/teams-outside.ts'
import type { BroughtAlong } from '#shared/readiness/brought-along.ts'

/** Sets the center up, or takes it up where it was broken off, and gives everyone their part; from then on the timetable holds whatever happens next. */
export async function prepareDrill(drill: Drill, speed = 1, brought?: BroughtAlong): Promise<void> {
  if (drill.isResumed) {
    await openTheCenterAgain(drill)
  } else {
    await openTheCenter(drill)
    // Time stands until whoever practises alone has sat down.
    await beginPractice(drill, drill.scenario.solo ? 0 : speed, brought)
  }
  const partsOf = <P extends Part['player']>(player: P) =>
    drill.scenario.players.filter((part): part is PartOf<P> => part.player === player)
  const [lead] = drill.staff.values()
  if (!lead) return
  const eye = await drill.device(lead)
  enterOpening(drill, eye)
  enterSteps(drill, eye)
  const queue = await playReceptionClerks(drill, partsOf('reception'), eye)
  playArrivals(drill, queue)
  playBuses(drill, queue)
  await playNeedsClerks(drill, partsOf('needs'))
  await playSurveyors(drill, partsOf('survey'))
  await playDispatchers(drill, partsOf('dispatch'))
  await playSendOffClerks(drill, partsOf('sendOff'))
  playTeams(drill, eye, partsOf('teams'))
  playPhones(drill, eye)
  playInjects(drill, eye, speed)
  drill.facts.keepWriting()
  await playReturnClerks(drill, partsOf('return'))
  await playLead(drill, partsOf('lead'))
}

/** Plays without a screen, as fast as it goes, to the end or to a time of day. The runner moves the clock. */
export async function playUntil(drill: Drill, clock: string = drill.scenario.endsAt): Promise<void> {
  await playTo(drill, drill.instantOf(clock))
}

async function playTo(drill: Drill, until: number): Promise<void> {
  for (;;) {
    const { next } = drill.timetable
    if (!next || next.at > until || drill.control.isOver || drill.control.isStopped) break
    drill.clock.moveTo(next.at)
    drill.timetable.take()
    await next.act()
  }
  drill.clock.moveTo(until)
}

/**
 * Plays before people, as their controller wishes: the clock runs so many times as fast as the wall's, stands, or leaps,
 * and players act when their time comes. It ends when nothing is left to happen, or when the drill is said to be over.
 */
export async function playLive(drill: Drill): Promise<void> {
  const { clock, control, timetable } = drill
  for (;;) {
    if (control.isOver || control.isStopped) break
    if (clock.speed !== control.speed) clock.run(control.speed)
    const { jumpTo } = control
    if (jumpTo !== null) await leap(drill, jumpTo)
    const { next } = timetable
    if (!next) break
    const wait = clock.speed === 0 ? Number.POSITIVE_INFINITY : (next.at - clock.milliseconds) / clock.speed
    if (wait > 0) {
      await control.stirredWithin(wait)
      continue
    }
    timetable.take()
    await next.act()
  }
  clock.run(0)
}

/** Whatever happens on the way happens at its time, only sooner for whoever watches. */
async function leap(drill: Drill, to: string): Promise<void> {
  await playTo(drill, Date.parse(to))
  await drill.send({ kind: 'system' }, 'practice.reachJump', { to })
}
