import type { Drill, InputOf } from '#drills/core/drill.ts'
import type { VolunteerKind } from '#drills/core/scenario.ts'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { ageOn } from '#shared/core/japanese-date.ts'

type Person = Pick<InputOf<'volunteers.checkIn'>, 'attendanceId' | 'birthDate' | 'experience'>

/** Whoever has never filled in such a form reads every line; small letters take longer still. */
const slower = { firstTime: 1.3, elderly: 1.8 } as const
const elderlyFrom = 65

/** Number, birth date and three questions in the place of some twenty: where people were called up by a code, minutes became seconds. */
const knownShare = 0.25

/** Nobody is quicker than this, whatever chance says. */
const leastMinutes = 0.3

export interface AtThePhone {
  /** From the poster to the number, or until the phone is put away. */
  minutes: number
  /** Puts the phone away and goes to the line. */
  givesUp: boolean
}

function slowness(person: Person, date: string): number {
  if (ageOn(person.birthDate, date) >= elderlyFrom) return slower.elderly
  return person.experience ? 1 : slower.firstTime
}

/**
 * How somebody fares with the form on their phone. Drawn from chance of their own, so that it is the same after a break
 * and moves nothing else of the day.
 */
export function atThePhone({ scenario }: Drill, kind: VolunteerKind, person: Person): AtThePhone {
  const { formMinutes, givesUp } = scenario.volunteers
  const chance = SeededRandom.of(scenario.seed, `form ${person.attendanceId}`)
  // Three draws added up scatter as people do: most near the middle, none beyond three times the spread.
  const scattered = (chance.fraction() + chance.fraction() + chance.fraction() - 1.5) * 2 * formMinutes.spread
  const share = slowness(person, scenario.date) * (kind.returning ? knownShare : 1)
  // Who is known has it in their hands already; who comes a second time does so because the first has gone well.
  const mayGiveUp = !kind.returning && !kind.comesTwice
  return {
    minutes: Math.max(leastMinutes, (formMinutes.mean + scattered) * share),
    givesUp: mayGiveUp && chance.fraction() < givesUp,
  }
}
