import type { Scenario } from '#drills/core/scenario.ts'
import type { Fault } from '#drills/core/scenario-fault.ts'
import { addDays, clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { clockAt, minutesOf } from '#shared/practice/scenario-clock.ts'

const ahead = 'ahead'
const behind = 'behind'
const eitherSide = 'eitherSide'

/**
 * On which side of the moment at which it is said a date or time lies, by the field of the act that says it. What stands
 * on a thing's label, or in a calendar, may lie on either side; the date of a day is held against the day itself.
 */
export const sideOfField: Readonly<Record<string, typeof ahead | typeof behind | typeof eitherSide>> = {
  answerBy: ahead,
  nextReviewAt: ahead,
  on: ahead,
  returnBy: ahead,
  receptionClosesAt: ahead,
  reviewOn: ahead,
  until: ahead,
  wishedDate: ahead,
  birthDate: behind,
  endedAt: behind,
  heldOn: behind,
  joinedOn: behind,
  saidAt: behind,
  seenAskedAt: behind,
  startedAt: behind,
  date: eitherSide,
  dueAt: eitherSide,
  eraseOn: eitherSide,
  expiresOn: eitherSide,
  opensAt: eitherSide,
  receptionOpensAt: eitherSide,
  returnOn: eitherSide,
  startsAt: eitherSide,
  to: eitherSide,
}

/** Something that is said, and between which moments that is, in minutes of the scenario. */
interface Said {
  path: Fault['path']
  value: unknown
  earliest: number
  latest: number
}

const minutesOfDay = 24 * 60

/** Day and clock of a moment, and what is said as the same pair: only a clock is of the day on which it is said. */
const momentAt = ({ date }: Scenario, minutes: number) => ({
  date: addDays(date, Math.floor(minutes / minutesOfDay)),
  clock: clockAt(minutes).slice(-5),
})

interface Parts {
  date?: string
  clock?: string
}

function partsOf(value: string): Parts | null {
  if (/^\d\d:\d\d$/.test(value)) return { clock: value }
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return { date: value }
  const instant = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(instant) ? null : { date: dateOf(instant, timeZone), clock: clockOf(instant, timeZone) }
}

function isOnSide(side: string, { date, clock }: Parts, limit: Required<Parts>): boolean {
  const day = date ?? limit.date
  const [said, then] = clock === undefined ? [day, limit.date] : [`${day} ${clock}`, `${limit.date} ${limit.clock}`]
  return side === ahead ? said >= then : said <= then
}

function fault(scenario: Scenario, { path, value, earliest, latest }: Said & { value: string }): Fault[] {
  const side = sideOfField[String(path.at(-1))]
  const parts = partsOf(value)
  if (!parts || side === undefined || side === eitherSide) return []
  const [first, last] = [momentAt(scenario, earliest), momentAt(scenario, latest)]
  const limit = side === ahead ? first : last
  // Where it may be said on several days, a clock alone lies ahead on one of them.
  if (parts.date === undefined && first.date !== last.date) return []
  if (isOnSide(side, parts, limit)) return []
  const shown = parts.date === undefined ? limit.clock : limit.date
  const sentence = `「${value}」は「${shown}」より${side === ahead ? '後' : '前'}にしてください。`
  return [{ path, sentence }]
}

/** Every date and time in what is said, however deep it lies. */
function faultsIn(scenario: Scenario, said: Said): Fault[] {
  const { value, path } = said
  if (typeof value === 'string') return fault(scenario, { ...said, value })
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    faultsIn(scenario, { ...said, value: inner, path: [...path, Array.isArray(value) ? Number(key) : key] }),
  )
}

/** What an answer to an inject does, when it is given; one that waits for something comes between start and end. */
function saidByReactions({ injects, startsAt, endsAt }: Scenario): Said[] {
  return injects.flatMap(({ at, reaction }, index) => {
    const after = reaction?.after ?? 0
    const earliest = minutesOf(at ?? startsAt) + after
    const latest = at === undefined ? minutesOf(endsAt) : earliest
    return (reaction?.steps ?? []).map(({ input }, place): Said => {
      const path = ['injects', index, 'reaction', 'steps', place, 'input']
      return { path, value: input, earliest, latest }
    })
  })
}

function saidIn(scenario: Scenario): Said[] {
  const { steps, calls, callGroups } = scenario
  const by = (clock: string) => ({ earliest: minutesOf(clock), latest: minutesOf(clock) })
  return [
    ...steps.map(({ at, input }, index) => ({ path: ['steps', index, 'input'], value: input, ...by(at) })),
    ...saidByReactions(scenario),
    ...calls.flatMap(({ at, asked, otherWay }, index) => [
      { path: ['calls', index, 'asked'], value: asked, ...by(at) },
      { path: ['calls', index, 'otherWay'], value: otherWay, ...by(at) },
    ]),
    ...callGroups.flatMap(({ from, to, jobs, otherWay }, index) => {
      const span = { earliest: minutesOf(from), latest: minutesOf(to) }
      return [
        { path: ['callGroups', index, 'jobs'], value: jobs, ...span },
        { path: ['callGroups', index, 'otherWay'], value: otherWay, ...span },
      ]
    }),
  ]
}

/** Whatever is promised lies ahead of when it is said, and whatever was lies behind it. */
export const actFaults = (scenario: Scenario): Fault[] => saidIn(scenario).flatMap((said) => faultsIn(scenario, said))
