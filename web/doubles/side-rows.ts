import { formatDate } from '#shared/core/japanese-date.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import type { DoubleSide } from '#shared/doubles/reads.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { isClosed } from '#shared/needs/rules.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { placeText } from '#shared/places/place.ts'
import { choiceWords } from '#shared/texts/need-words.ts'
import { doublesWords } from '#web/texts/doubles.ts'
import { sexWords, vehicleWords } from '#web/texts/reception.ts'

const { fields } = doublesWords

/** One line of the comparison. */
export interface SideRow {
  key: keyof typeof fields
  one: string
  other: string
  /** What both say is different, and one of them can be chosen. */
  isChoice: boolean
  /** What both say is joined, whatever is kept. */
  isJoined: boolean
}

type Texts = Partial<Record<keyof typeof fields, string>>
type PersonSide = Extract<DoubleSide, { kind: 'person' }>
type HouseholdSide = Extract<DoubleSide, { kind: 'household' }>
type NeedSide = Extract<DoubleSide, { kind: 'need' }>

const phoneText = (phone: string) => (phone === '' ? '' : formatPhone(phone))

function personTexts({ person, contact, emergency, visits, today, registered }: PersonSide): Texts {
  return {
    nameKana: person.nameKana,
    name: person.name,
    birthDate: contact.birthDate === '' ? '' : formatDate(contact.birthDate, 'ja'),
    phone: phoneText(contact.phone),
    email: contact.email,
    address: `${contact.postalCode} ${contact.address}`.trim(),
    sex: contact.sex === 'notSaid' ? '' : sexWords[contact.sex],
    affiliation: person.affiliation,
    vehicle: person.vehicle === 'none' ? '' : vehicleWords[person.vehicle],
    emergency: `${emergency.name} ${emergency.relation} ${phoneText(emergency.phone)}`.trim(),
    skills: [...person.skills, ...person.licences].join('、'),
    days: doublesWords.dayCount(visits),
    today: today === null ? '' : doublesWords.numberOf(today),
    registered: registered ? doublesWords.yes : '',
  }
}

const placeOf = (place: { townId: string | null; addressLine: string; landmark: string }) =>
  `${placeText(place)} ${place.landmark}`.trim()

const phoneEndText = (end: string) => (end === '' ? '' : `…${end}`)

function householdTexts({ household, needs, phoneEnd }: HouseholdSide): Texts {
  return {
    nameKana: household.nameKana,
    name: household.name,
    phone: phoneEndText(phoneEnd),
    place: placeOf(household),
    considerations: household.hasNote ? doublesWords.yes : '',
    withheld: household.addressWithheld ? doublesWords.yes : '',
    needs: needs.map(({ number, status }) => `${needNumberText(number)} ${statusMark(status).word}`).join('、'),
  }
}

function needTexts({ need, contact, household, phoneEnd }: NeedSide): Texts {
  const requester = `${contact.requesterName || contact.requesterKana} ${phoneEndText(phoneEnd)}`
  return {
    number: needNumberText(need.number),
    status: statusMark(need.status).word,
    household: household.name || household.nameKana,
    requester: requester.trim(),
    place: placeOf(contact),
    categories: need.categories.map((category) => choiceWords.categories[category]).join('・'),
    work: need.work,
    headcount: need.headcount === 0 ? '' : doublesWords.people(need.headcount),
    wished: `${need.wishedDate ?? ''} ${need.wishedTime}`.trim(),
    tools: need.tools.join('、'),
    dangers: need.dangers,
    story: contact.hasStory ? doublesWords.yes : '',
  }
}

function textsOf(side: DoubleSide): Texts {
  if (side.kind === 'person') return personTexts(side)
  return side.kind === 'household' ? householdTexts(side) : needTexts(side)
}

const choices: Record<DoubleSide['kind'], readonly string[]> = {
  person: ['name', 'nameKana', 'birthDate', 'phone', 'email', 'address', 'sex', 'affiliation', 'vehicle', 'emergency'],
  household: ['name', 'nameKana', 'phone', 'place'],
  need: ['work', 'headcount', 'place', 'wished'],
}

const joined: readonly string[] = [
  'skills',
  'categories',
  'tools',
  'dangers',
  'needs',
  'withheld',
  'requester',
  'considerations',
  'story',
]

/** The lines of a comparison; what both leave empty is not said. */
export function sideRows(one: DoubleSide, other: DoubleSide): SideRow[] {
  const [mine, theirs] = [textsOf(one), textsOf(other)]
  const keys = Object.keys(mine) as (keyof typeof fields)[]
  return keys.flatMap((key) => {
    const [left, right] = [mine[key] ?? '', theirs[key] ?? '']
    if (left === '' && right === '') return []
    const isChoice = choices[one.kind].includes(key) && left !== '' && right !== '' && left !== right
    return [{ key, one: left, other: right, isChoice, isJoined: joined.includes(key) }]
  })
}

/** What a record is called in a list. */
export function sideLabel(side: DoubleSide): string {
  if (side.kind === 'person') return side.person.name
  if (side.kind === 'household') return side.household.name || side.household.nameKana
  return `${needNumberText(side.need.number)} ${side.household.name || side.household.nameKana}`
}

const worth = (side: DoubleSide): number => {
  if (side.kind === 'person') return (side.registered ? 100 : 0) + side.visits
  if (side.kind === 'household') return side.needs.length
  const { status, teamIds } = side.need
  const busy = teamIds.length > 0 || status === 'assigned' || status === 'inProgress'
  return (busy ? 100 : 0) + (isClosed(status) ? 0 : 10) + 1 / side.need.number
}

/** Which of two is kept unless somebody chooses otherwise: the one that a rule would keep, else the one with more to it. */
export const keptByDefault = (one: DoubleSide, other: DoubleSide): 'one' | 'other' =>
  worth(other) > worth(one) ? 'other' : 'one'
