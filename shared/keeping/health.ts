import { msBetween } from '#shared/core/time.ts'
import type { HealthFacts } from '#shared/keeping/health-reads.ts'

/** 'note' is said and alarms nobody: something that is so, or cannot be known here. */
export type Light = 'green' | 'yellow' | 'red' | 'note'

export const checkNames = [
  'writing',
  'room',
  'disk',
  'backup',
  'second',
  'clock',
  'sleep',
  'devices',
  'file',
  'start',
  'encrypted',
  'certificate',
  'version',
  'accessLog',
] as const
export type CheckName = (typeof checkNames)[number]

/** One check: how it stands, and which of its sentences says so (shared/texts/health.ts). */
export interface Check {
  name: CheckName
  light: Light
  word: string
}

const minute = 60_000
const hour = 60 * minute

/** A copy every hour, and ten minutes for it to be made and read again. */
const backupGreenMs = 70 * minute
const backupRedMs = 3 * hour

/** Between days a copy from the evening is young enough; nobody writes. */
const backupIdleMs = 36 * hour

/** A desk notices a commit that takes longer than a quarter of a second; after two seconds it gives up waiting. */
const commitYellowMs = 250
const commitRedMs = 2000

const waitingYellowMs = 2 * minute
const waitingRedMs = 15 * minute

/** A sleep is worth a word for as long as people may still wonder what was missing. */
const sleepTellMs = hour

type Verdict = readonly [light: Light, word: string]
const unknown: Verdict = ['note', 'unknown']

function writing({ writing: facts, room }: HealthFacts): Verdict {
  if (!facts) return unknown
  if (facts.reason !== null) return ['red', facts.reason]
  // A full disk is said by its own check; here too nothing is written.
  if (room?.state === 'full') return ['red', 'full']
  if (!facts.proved) return ['red', 'unproved']
  if (facts.commitMs === null) return ['green', 'quiet']
  if (facts.commitMs >= commitRedMs) return ['red', 'slow']
  return facts.commitMs >= commitYellowMs ? ['yellow', 'slow'] : ['green', 'good']
}

function room({ room: facts }: HealthFacts): Verdict {
  if (!facts) return unknown
  if (facts.state === 'enough') return ['green', 'enough']
  return [facts.state === 'low' ? 'yellow' : 'red', facts.state]
}

/** Too fast to be true. Whoever has a copy on another disk has done what can be done, and is not warned for ever. */
function disk({ disk: facts, second: copies }: HealthFacts): Verdict {
  if (!facts) return unknown
  if (facts.microseconds >= facts.floor) return ['green', 'steady']
  return copies === 'present' ? ['note', 'covered'] : ['yellow', 'doubtful']
}

type Copies = NonNullable<HealthFacts['backup']>

function backup({ backup: facts }: HealthFacts): Verdict {
  if (!facts) return unknown
  return facts.ageMs === null ? withoutCopy(facts) : ofAge(facts, facts.ageMs)
}

function withoutCopy({ behind, failed, runningMs }: Copies): Verdict {
  if (failed) return ['red', 'failedNone']
  // A center that was set up just now is not ill for want of its first copy.
  return behind === 0 || (runningMs ?? backupGreenMs) < backupGreenMs ? ['note', 'soon'] : ['red', 'none']
}

function ofAge({ behind, failed, dayOpen }: Copies, ageMs: number): Verdict {
  if (behind === 0) return ['green', 'whole']
  const [yellow, red] = dayOpen ? [backupGreenMs, backupRedMs] : [backupIdleMs, Number.POSITIVE_INFINITY]
  if (ageMs >= red) return ['red', 'old']
  if (failed) return ['yellow', 'failed']
  return ageMs >= yellow ? ['yellow', 'old'] : ['green', 'young']
}

/** Each minute what was written goes there; one may be on its way, and a slow stick takes another one. */
const secondLateMs = 3 * minute

function second({ second: state, secondCopy: copy }: HealthFacts): Verdict {
  if (state === null) return unknown
  if (state !== 'present' || !copy) return [state === 'present' ? 'green' : 'yellow', state]
  if (copy.behind === 0) return ['green', 'whole']
  if (copy.waitingMs >= secondLateMs) return ['yellow', copy.at === null ? 'noneThere' : 'late']
  return copy.at === null ? ['note', 'soon'] : ['green', 'minute']
}

function clock({ clock: facts }: HealthFacts): Verdict {
  if (!facts) return unknown
  if (facts.offMs !== 0) return [facts.answered ? 'yellow' : 'red', facts.answered ? 'kept' : 'jumped']
  return facts.aheadMs >= minute ? ['yellow', 'ahead'] : ['green', 'good']
}

function sleep({ sleep: facts, now }: HealthFacts): Verdict {
  if (!facts) return unknown
  if (facts.last && msBetween(facts.last.to, now) < sleepTellMs) return ['yellow', 'slept']
  if (facts.awake === 'unknown') return unknown
  return facts.awake === 'held' ? ['green', 'held'] : ['yellow', 'impossible']
}

function devices({ devices: facts }: HealthFacts): Verdict {
  if (!facts) return unknown
  if (facts.waiting === 0) return ['green', 'none']
  if (facts.oldestMs >= waitingRedMs) return ['red', 'waiting']
  return facts.oldestMs >= waitingYellowMs ? ['yellow', 'waiting'] : ['green', 'onTheWay']
}

const file = ({ file: { whole } }: HealthFacts): Verdict => (whole ? ['green', 'whole'] : ['red', 'damaged'])

function start({ start: { at, recovery } }: HealthFacts): Verdict {
  if (recovery) return recovery.lost > 0 ? ['red', 'lost'] : ['note', 'recovered']
  return at === null ? unknown : ['green', 'orderly']
}

/** Https is beside http, and helps only those who use it. */
function encrypted({ encrypted: is, devices: facts }: HealthFacts): Verdict {
  if (is === null) return unknown
  if (!is) return ['note', 'http']
  return facts && facts.plainDesks > 0 ? ['yellow', 'partly'] : ['green', 'https']
}

/** It is made anew a week before its end, so less than that is left only where that did not go. */
const certificateYellowDays = 7

/** Nothing is said of it where there is none. */
function certificate({ certificateDays: days }: HealthFacts): Verdict | undefined {
  if (days === null) return undefined
  if (days < 0) return ['red', 'over']
  return days < certificateYellowDays ? ['yellow', 'endsSoon'] : ['green', 'good']
}

function accessLog({ accessLog: state }: HealthFacts): Verdict {
  if (state === null) return unknown
  return state === 'intact' ? ['green', 'intact'] : ['red', 'broken']
}

const rules: Record<CheckName, (facts: HealthFacts) => Verdict | undefined> = {
  writing,
  room,
  disk,
  backup,
  second,
  clock,
  sleep,
  devices,
  file,
  start,
  encrypted,
  certificate,
  version: () => ['note', 'runs'],
  accessLog,
}

const gravity: Record<Light, number> = { red: 0, yellow: 1, green: 2, note: 3 }

/** All checks, those first that need a hand. */
export function checksOf(facts: HealthFacts): Check[] {
  const checks = checkNames.flatMap((name) => {
    const verdict = rules[name](facts)
    return verdict ? [{ name, light: verdict[0], word: verdict[1] }] : []
  })
  return checks.toSorted((one, other) => gravity[one.light] - gravity[other.light])
}

/** The one light of the center: that of its worst check. */
export function lightOf(checks: readonly Check[]): Exclude<Light, 'note'> {
  const worst = checks.find(({ light }) => light !== 'note')?.light
  return worst === undefined || worst === 'note' ? 'green' : worst
}
