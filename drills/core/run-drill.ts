import { setTimeout as sleep } from 'node:timers/promises'
import { beginPractice } from '#drills/core/begin-practice.ts'
import type { Drill } from '#drills/core/drill.ts'
import { enterSteps, openTheCenter } from '#drills/core/prologue.ts'
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
import { playSurveyors } from '#drills/players/surveyor.ts'
import { playTeams } from '#drills/players/teams-outside.ts'

/** Sets the center up and gives everyone their part; from then on the timetable holds whatever happens next. */
export async function prepareDrill(drill: Drill): Promise<void> {
  await openTheCenter(drill)
  await beginPractice(drill)
  enterSteps(drill)
  const partsOf = <P extends Part['player']>(player: P) =>
    drill.scenario.players.filter((part): part is PartOf<P> => part.player === player)
  const [lead] = drill.staff.values()
  if (!lead) return
  const eye = await drill.device(lead)
  const queue = await playReceptionClerks(drill, partsOf('reception'))
  playArrivals(drill, queue)
  playBuses(drill, queue)
  await playNeedsClerks(drill, partsOf('needs'))
  await playSurveyors(drill, partsOf('survey'))
  await playDispatchers(drill, partsOf('dispatch'))
  await playSendOffClerks(drill, partsOf('sendOff'))
  playTeams(drill, eye, partsOf('teams'))
  playPhones(drill, eye)
  playInjects(drill, eye)
  await playReturnClerks(drill, partsOf('return'))
  await playLead(drill, partsOf('lead'))
}

/** Plays without a screen, as fast as it goes, to the end or to a time of day. The runner moves the clock. */
export async function playUntil(drill: Drill, clock: string = drill.scenario.endsAt): Promise<void> {
  const until = drill.instantOf(clock)
  for (;;) {
    const { next } = drill.timetable
    if (!next || next.at > until) break
    drill.clock.moveTo(next.at)
    drill.timetable.take()
    await next.act()
  }
  drill.clock.moveTo(until)
}

/** Plays before people: the clock runs so many times as fast as the wall's, and players act when their time comes. */
export async function playLive(drill: Drill, speed: number): Promise<void> {
  drill.clock.run(speed)
  for (;;) {
    const { next } = drill.timetable
    if (!next) break
    const wait = (next.at - drill.clock.milliseconds) / speed
    if (wait > 0) {
      await sleep(wait)
      continue
    }
    drill.timetable.take()
    await next.act()
  }
  // The center stays open for whoever looks around; a day that is over need not hurry.
  drill.clock.run(1)
}
