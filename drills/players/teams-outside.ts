import type { Drill } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import type { PartOf, Visit } from '#drills/core/scenario.ts'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { needIdOf } from '#drills/players/call-sheet.ts'
import { CalledLeaders } from '#drills/players/called-leaders.ts'
import { Journey } from '#drills/players/journey.ts'
import { leaderWays } from '#drills/players/leader-ways.ts'
import type { Team } from '#shared/teams/team.ts'

/** What a team meets where the scenario says nothing: a need that a person at a desk has made while the drill ran. */
export const plainVisit: Visit = {
  minutes: 90,
  outcome: 'completed',
  workDone: '頼まれた作業を終えた。',
  remainingWork: '',
  nextHeadcount: 0,
  observation: '',
  watch: false,
  report: 'phone',
  oneComesAhead: false,
}

/** Lets every team that leaves the center go its way: there, at work, back at the door. */
export function playTeams(drill: Drill, eye: DrillDevice, parts: readonly PartOf<'teams'>[]): void {
  const [part] = parts
  if (!part) return
  const journeys = new Map<string, Journey>()
  const visits = visitsOf(drill)
  // After a break: outings that are over have had their visit.
  for (const team of eye.all('team').filter(({ status, departedAt }) => departedAt !== null && status !== 'out'))
    visits.get(team.needId ?? '')?.shift()
  const calls = new CalledLeaders(drill, eye)
  drill.every(1, drill.scenario.startsAt, async () => {
    for (const team of eye.all('team').filter(({ status }) => status === 'out')) {
      const key = `${team.id} ${team.departedAt}`
      const leftAt = Date.parse(team.departedAt ?? '')
      // Of the dark time whoever saw them off has told; a record must not be held against itself.
      if (!drill.control.wasDarkAt(leftAt)) drill.facts.note('departure', team.id, { at: leftAt })
      if (!journeys.has(key)) journeys.set(key, await setOut(drill, eye, team, part, nextVisit(visits, team)))
    }
    for (const journey of journeys.values()) await journey.goOn()
    await calls.lookAround()
  })
}

/** How teams fare at each house, first outing first. */
export function visitsOf({ calls }: Drill): Map<string, Visit[]> {
  return new Map(calls.map((call) => [needIdOf(call), [...call.visits]]))
}

/** From the sheet to the door again: waiting to be seen off, tools, a rest. */
const minutesBeside = 60

/** How long a team will be out, as somebody who knows such jobs and ways would say when the sheet is printed. */
export function minutesOutFor({ calls, scenario }: Drill, needId: string | null): number {
  const minutes = calls.find((call) => needIdOf(call) === needId)?.visits[0]?.minutes ?? plainVisit.minutes
  const [, way = 20] = scenario.players.find((part) => part.player === 'teams')?.travel ?? []
  return minutes + 2 * way + minutesBeside
}

function nextVisit(visits: ReadonlyMap<string, Visit[]>, { needId }: Team): Visit {
  return visits.get(needId ?? '')?.shift() ?? plainVisit
}

async function setOut(drill: Drill, eye: DrillDevice, team: Team, part: PartOf<'teams'>, visit: Visit) {
  const leader = eye.get('attendance', team.leaderId)
  const hasPhone = leader?.channel === 'phone'
  const phone = hasPhone ? await drill.device({ kind: 'volunteer', attendanceId: leader.id }) : undefined
  // After a break a team may be on its way home, with its report sent and no need of the place any more.
  const hasReported = eye.all('report').some(({ workOrderId }) => workOrderId === team.workOrderId)
  if (phone && !hasReported && !phone.get('workOrderPlace', team.workOrderId)) drill.lost.push(team.number)
  // The way is as long as it was before a break, and the leader is the same.
  const chance = SeededRandom.of(drill.scenario.seed, `way ${team.id} ${team.departedAt}`)
  const travel = chance.whole(...part.travel)
  const ways = leaderWays(part.leaders, SeededRandom.of(drill.scenario.seed, `leader ${team.id} ${team.departedAt}`))
  const journey = new Journey(drill, team, visit, { travel, phone, eye, ways, unanswered: part.leaders.unanswered })
  drill.leaders.set(team.id, journey)
  return journey
}
