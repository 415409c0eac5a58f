import { addressKey } from '#shared/households/alike.ts'
import { distanceMetres } from '#shared/places/distance.ts'

/** What speaks for two records being one, and what against. */
export const signs = [
  'phone',
  'kana',
  'name',
  'birthDate',
  'email',
  'address',
  'near',
  'household',
  'work',
  'sex',
  'time',
] as const
export type Sign = (typeof signs)[number]

/** How alike two records are: signs for it, almost for it (one letter, one digit), and against it. */
export interface Likelihood {
  score: number
  same: Sign[]
  almost: Sign[]
  differs: Sign[]
}

/** From this score on two records are shown as likely doubles. */
const threshold = 8

type Verdict = 'same' | 'almost' | 'differs' | 'unknown'
type Weights = Partial<Record<Sign, { same?: number; almost?: number; differs?: number }>>

function weigh(weights: Weights, verdicts: Partial<Record<Sign, Verdict>>): Likelihood {
  const found: Likelihood = { score: 0, same: [], almost: [], differs: [] }
  for (const sign of signs) {
    const verdict = verdicts[sign]
    if (verdict === undefined || verdict === 'unknown') continue
    found.score += weights[sign]?.[verdict] ?? 0
    found[verdict].push(sign)
  }
  return found
}

/** Whether one text becomes the other by one letter more, less, or another, or by two neighbours changing places. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const [a, b] = [one.slice(start), other.slice(start)]
  if (a.length !== b.length) return a.length > b.length ? a.slice(1) === b : b.slice(1) === a
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
}

function compared(one: string, other: string, tellsSlips = true): Verdict {
  if (one === '' || other === '') return 'unknown'
  if (one === other) return 'same'
  return tellsSlips && isOneSlip(one, other) ? 'almost' : 'differs'
}

/** A person as the radar compares one; texts are keys already. */
export interface PersonKeys {
  id: string
  name: string
  kana: string
  phone: string
  birthDate: string
  email: string
  address: string
  sex: string
}

const personWeights: Weights = {
  kana: { same: 4, almost: 2, differs: -6 },
  name: { same: 2, differs: 0 },
  birthDate: { same: 4, almost: 1, differs: -5 },
  phone: { same: 4, almost: 2, differs: -1 },
  email: { same: 3 },
  address: { same: 1 },
  sex: { differs: -3 },
}

/** How likely two persons are one. Families share phone and address, namesakes their name: neither is enough. */
export function personLikelihood(one: PersonKeys, other: PersonKeys): Likelihood {
  const sexes = [one.sex, other.sex]
  return weigh(personWeights, {
    kana: compared(one.kana, other.kana),
    name: compared(one.name, other.name, false),
    birthDate: compared(one.birthDate, other.birthDate),
    phone: compared(one.phone, other.phone),
    email: compared(one.email, other.email, false),
    address: compared(one.address, other.address, false),
    sex: sexes.includes('notSaid') ? 'unknown' : compared(one.sex, other.sex, false),
  })
}

/** Under which words two persons are looked at together at all. */
export function personBlocks({ phone, kana, birthDate, email, name }: PersonKeys): string[] {
  // A block of which a part is not known says nothing.
  const blocks = [
    ['p', phone],
    ['e', email],
    ['kb', kana, birthDate.slice(0, 4)],
    ['kd', kana, birthDate.slice(5)],
    ['bk', birthDate, kana.slice(0, 2)],
    ['be', birthDate, kana.slice(-2)],
    ['kn', kana, name],
  ]
  return blocks.filter((parts) => parts.every((part) => part !== '')).map((parts) => parts.join(' '))
}

/** A household, or the household and place of a need, as the radar compares one. */
export interface HouseKeys {
  id: string
  kana: string
  name: string
  phones: readonly string[]
  townId: string | null
  address: string
  lat: number | null
  lng: number | null
}

export const houseKeyOf = (addressLine: string) => addressKey(addressLine)

const houseWeights: Weights = {
  phone: { same: 6, differs: -1 },
  kana: { same: 4, almost: 2, differs: -3 },
  name: { same: 2 },
  address: { same: 5, differs: -3 },
  near: { same: 2, differs: -2 },
  household: { same: 5 },
  work: { same: 3, differs: -2 },
  time: { same: 1, differs: -1 },
}

const shared = (one: readonly string[], other: readonly string[]): Verdict => {
  if (one.length === 0 || other.length === 0) return 'unknown'
  return one.some((text) => other.includes(text)) ? 'same' : 'differs'
}

/** Two pins closer than this are the same house or its neighbour; farther than the second, another place. */
const nearMetres = 40
const farMetres = 150

function nearness(one: HouseKeys, other: HouseKeys): Verdict {
  if (one.lat === null || one.lng === null || other.lat === null || other.lng === null) return 'unknown'
  const metres = distanceMetres({ lat: one.lat, lng: one.lng }, { lat: other.lat, lng: other.lng })
  if (metres <= nearMetres) return 'same'
  return metres > farMetres ? 'differs' : 'unknown'
}

function addresses(one: HouseKeys, other: HouseKeys): Verdict {
  if (one.townId === null || other.townId === null) return 'unknown'
  if (one.townId !== other.townId) return 'differs'
  return compared(one.address, other.address, false)
}

const houseVerdicts = (one: HouseKeys, other: HouseKeys): Partial<Record<Sign, Verdict>> => ({
  phone: shared(one.phones, other.phones),
  kana: compared(one.kana, other.kana),
  name: compared(one.name, other.name, false),
  address: addresses(one, other),
  near: nearness(one, other),
})

export const householdLikelihood = (one: HouseKeys, other: HouseKeys): Likelihood =>
  weigh(houseWeights, houseVerdicts(one, other))

/** Squares of about 50 m; two neighbours across a line are found by the other blocks. */
const square = (lat: number, lng: number) => `${Math.round(lat * 2000)} ${Math.round(lng * 2000)}`

export function houseBlocks({ phones, townId, address, kana, lat, lng }: HouseKeys): string[] {
  return [
    ...phones.map((phone) => `p ${phone}`),
    townId !== null && address !== '' ? `a ${townId} ${address}` : '',
    townId !== null && kana !== '' ? `k ${townId} ${kana}` : '',
    lat !== null && lng !== null ? `s ${square(lat, lng)}` : '',
  ].filter((block) => block !== '')
}

/** A need as the radar compares one. */
export interface NeedKeys extends HouseKeys {
  householdId: string
  categories: readonly string[]
  /** Milliseconds. */
  receivedAt: number
}

const days3 = 3 * 24 * 60 * 60 * 1000

/** How likely two needs are one: the same house, the same work, taken down within a few days. */
export function needLikelihood(one: NeedKeys, other: NeedKeys): Likelihood {
  const isOneHouse = one.householdId === other.householdId
  return weigh(houseWeights, {
    ...houseVerdicts(one, other),
    household: isOneHouse ? 'same' : 'unknown',
    work: shared(one.categories, other.categories),
    time: Math.abs(one.receivedAt - other.receivedAt) <= days3 ? 'same' : 'differs',
  })
}

export const needBlocks = (keys: NeedKeys) => [`h ${keys.householdId}`, ...houseBlocks(keys)]

/** A block that is larger than this says too little to be worth comparing: one agency's phone, one big building. */
const largestBlock = 40

/** Two records that may be one. */
export interface LikelyPair<K> extends Likelihood {
  one: K
  other: K
}

/**
 * The likely doubles among many records, the likeliest first. Only records of one block are compared, so that the work
 * grows with the records and not with their pairs.
 */
export function likelyPairs<K extends { id: string }>(
  records: readonly K[],
  blocksOf: (record: K) => readonly string[],
  likelihood: (one: K, other: K) => Likelihood,
): LikelyPair<K>[] {
  const blocks = new Map<string, K[]>()
  for (const record of records) {
    for (const block of blocksOf(record)) {
      const there = blocks.get(block)
      if (there) there.push(record)
      else blocks.set(block, [record])
    }
  }
  const found = new Map<string, LikelyPair<K>>()
  for (const there of blocks.values()) if (there.length <= largestBlock) comparePairs(there, likelihood, found)
  return [...found.values()].sort((one, two) => two.score - one.score)
}

function comparePairs<K extends { id: string }>(
  there: readonly K[],
  likelihood: (one: K, other: K) => Likelihood,
  found: Map<string, LikelyPair<K>>,
): void {
  for (const [index, one] of there.entries()) {
    for (const other of there.slice(index + 1)) {
      const key = pairKey(one.id, other.id)
      if (found.has(key)) continue
      const alike = likelihood(one, other)
      if (alike.score >= threshold) found.set(key, { ...alike, one, other })
    }
  }
}

/** The same for both orders. */
export const pairKey = (oneId: string, otherId: string) =>
  oneId < otherId ? `${oneId} ${otherId}` : `${otherId} ${oneId}`
