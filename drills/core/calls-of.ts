import { InventedNames, inventedPhone } from '#drills/core/invented-people.ts'
import { plainAsked, plainContact } from '#drills/core/plain-call.ts'
import type { Call, CallGroup, Scenario } from '#drills/core/scenario.ts'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { clockAt, minutesOf } from '#shared/practice/scenario-clock.ts'

interface Inventing {
  random: SeededRandom
  names: InventedNames
  /** House numbers and telephones go on over all groups. */
  used: number
}

function callsOfGroup(group: CallGroup, inventing: Inventing): Call[] {
  const { random, names } = inventing
  const [from, to] = [minutesOf(group.from), minutesOf(group.to)]
  const count = random.amount(group.count)
  const calls = Array.from({ length: count }, (_, index): Call => {
    const job = group.jobs[index % group.jobs.length] ?? {}
    const number = inventing.used++
    const channel = group.channels[index % group.channels.length] ?? 'phone'
    const base = channel === 'disasterBase' ? { replyTo: '地域防災拠点', relation: 'agency' as const } : {}
    const townId = group.towns[index % group.towns.length] ?? null
    return {
      name: `${group.name}-${index + 1}`,
      at: clockAt(from + Math.floor(((index + random.fraction()) * (to - from)) / count)),
      asked: { ...plainAsked, channel, ...job },
      household: { ...names.next(), phone: inventedPhone(9000 + (number % 1000)), considerations: '' },
      contact: {
        ...plainContact,
        ...base,
        townId,
        addressLine: `99-${number + 1}`,
        story: group.story === '' ? `${job.work ?? ''}。` : group.story,
      },
      survey: group.survey,
      otherWay: group.otherWay,
      visits: group.visits.map((visit) => ({ ...visit, minutes: random.amount(visit.minutes) })),
    }
  })
  const every = group.duplicateEvery
  return every === undefined ? calls : withDuplicates(calls, every, random)
}

/** A neighbour calls about the same house half an hour later; the clerk who looks adds the words to the first call. */
function withDuplicates(calls: readonly Call[], every: number, random: SeededRandom): Call[] {
  return calls.flatMap((call, index) => {
    if ((index + 1) % every !== 0) return [call]
    const again: Call = {
      ...call,
      name: `${call.name}-again`,
      at: clockAt(minutesOf(call.at) + random.whole(20, 45)),
      duplicateOf: call.name,
      contact: {
        ...call.contact,
        requesterName: '近所の人',
        requesterKana: 'きんじょのひと',
        requesterPhone: inventedPhone(9900 + (index % 100)),
        relation: 'neighbour',
      },
      survey: undefined,
      otherWay: { way: 'addTo', call: call.name, words: '近所の人からも同じ家の電話。' },
      visits: [],
    }
    return [call, again]
  })
}

/** Every call of a scenario, those that the seed makes of its figures included, in the order of their times. */
export function callsOf({ calls, callGroups, seed }: Scenario): readonly Call[] {
  const inventing = { random: SeededRandom.of(seed, 'calls'), names: new InventedNames(), used: 0 }
  const made = callGroups.flatMap((group) => callsOfGroup(group, inventing))
  return [...calls, ...made]
}
