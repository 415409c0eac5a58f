import { deskAlone } from '#shared/readiness/brought-along.ts'

/** Fields that name a person, a household or a group, wherever they stand in an input. */
const nameFields = new Set(['name', 'requesterName', 'leadName', 'leaderName', 'surveyedBy', 'decidedBy', 'byName'])
const kanaFields = new Set(['nameKana', 'requesterKana', 'leaderKana'])
const phoneFields = new Set(['phone', 'requesterPhone', 'leaderPhone', 'onDayContact'])
const emptied = new Set(['postalCode', 'email', 'affiliation'])
const addressFields = new Set(['address', 'addressLine', 'landmark'])
/** What somebody told; some acts are none without a word. */
const toldFields = new Set(['considerations', 'careHint', 'note', 'story'])
/** Of the set-up room: who asked for the center, who was there, and what was settled with whom. */
const setUpFields = new Set(['askedBy', 'present', 'settled'])
const setUpRoom = 'setUpRoom'
/** Things, places and the center itself have names as well, which are nobody's. */
const ofThings = new Set(['tools', 'center', 'desk', setUpRoom])
const actsOfThings = /^(?:center|practice\.startDrill|practice\.addInject)/

/** A fact is found by the name of whoever came or called; by the id of a team where one left or returned. */
const facts = 'facts'
const toldAway = '（消しました）'
const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text)

function setUpText(value: string, field: string): string | undefined {
  if (field === 'who') return deskAlone(value)
  return setUpFields.has(field) ? toldAway : undefined
}

function withinOf(type: string): string {
  if (type.startsWith('readiness.')) return setUpRoom
  if (type === 'practice.recordFacts') return facts
  return actsOfThings.test(type) ? 'center' : ''
}

/** What stands for bytes that the log never kept is nobody's. */
const hasFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array)

/**
 * Names that stand for those of people, so that a file can be kept without anybody in it: the same person is the same
 * again wherever they appear, and nobody can be found from it.
 */
export class Pseudonyms {
  private readonly numbers = new Map<string, number>()

  /** An input of the log without anybody's name, telephone, address or note. */
  of(type: string, input: unknown): unknown {
    return this.inside(input, withinOf(type), '')
  }

  /** The name under which somebody's acts stand. */
  person(name: string): string {
    return name === '' ? '' : `仮名${this.numberOf(name)}`
  }

  private inside(value: unknown, within: string, field: string): unknown {
    if (typeof value === 'string') return value === '' ? '' : this.text(value, within, field)
    if (typeof value === 'number') return field === 'lat' || field === 'lng' ? null : value
    if (Array.isArray(value)) return this.list(value, within, field)
    if (!hasFields(value)) return value
    const next = ofThings.has(field) ? field : within
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.inside(inner, next, key)]))
  }

  /** A picture shows whoever stood there; a sealed file has none. */
  private list(values: readonly unknown[], within: string, field: string): unknown[] {
    return field === 'photoIds' ? [] : values.map((one) => this.inside(one, within, field))
  }

  private text(value: string, within: string, field: string): string {
    const inSetUpRoom = within === setUpRoom ? setUpText(value, field) : undefined
    return inSetUpRoom ?? this.named(value, within, field) ?? this.standIn(value, field) ?? this.withoutNames(value)
  }

  /** The name that stands for the one in this field; nothing where the field names nobody. */
  private named(value: string, within: string, field: string): string | undefined {
    const isThing = field === 'name' && ofThings.has(within)
    const isFact = within === facts && field === 'key' && !isId(value)
    return isFact || (nameFields.has(field) && !isThing) ? this.person(value) : undefined
  }

  private standIn(value: string, field: string): string | undefined {
    if (kanaFields.has(field)) return this.kana(value)
    if (phoneFields.has(field)) return `0900001${String(this.numberOf(value) % 10_000).padStart(4, '0')}`
    // The month stays: whether somebody is of age hangs on it.
    if (field === 'birthDate') return `${value.slice(0, 7)}-01`
    if (addressFields.has(field)) return `仮番地${this.numberOf(value)}`
    if (toldFields.has(field)) return toldAway
    return emptied.has(field) ? '' : undefined
  }

  private kana(value: string): string {
    const digits = String(this.numberOf(value))
    return `かめい ${[...digits].map((digit) => 'あいうえおかきくけこ'[Number(digit)] ?? '').join('')}`
  }

  /** Words that somebody wrote freely: whoever is named in them gets the name that stands for theirs. */
  private withoutNames(value: string): string {
    let text = value
    for (const [name, number] of this.numbers)
      if (name.length > 1 && text.includes(name)) text = text.replaceAll(name, `仮名${number}`)
    return text
  }

  private numberOf(value: string): number {
    const number = this.numbers.get(value) ?? this.numbers.size + 1
    this.numbers.set(value, number)
    return number
  }
}
