import type { HouseholdChoice, NeedChoice, PersonChoice } from '#shared/doubles/choices.ts'
import type { Household } from '#shared/households/household.ts'
import type { Need, NeedContact } from '#shared/needs/need.ts'
import type { EmergencyContact, Person, PersonContact } from '#shared/volunteers/person.ts'

/** Who somebody is, as it lies in three records. */
export interface PersonParts {
  person: Person
  contact: PersonContact
  emergency: EmergencyContact
}

/** What is asked and where. */
export interface NeedParts {
  need: Need
  contact: NeedContact
}

const union = (one: readonly string[], other: readonly string[], most: number) =>
  [...new Set([...one, ...other])].slice(0, most)

/** Several lines of two hands as one text; what does not fit stays readable on the merged record. */
function joined(one: string, other: string, most: number): string {
  if (other === '' || one.includes(other)) return one
  const both = one === '' ? other : `${one}／${other}`
  return both.length <= most ? both : one
}

/** Takes a part of the merged record where it was chosen, or where the kept one says nothing. */
function chooser<C extends string>(take: readonly C[]) {
  return <T>(choice: C, kept: T, merged: T, isEmpty: boolean): T => (take.includes(choice) || isEmpty ? merged : kept)
}

/** The kept person after a merge. */
export function combinedPerson(kept: PersonParts, merged: PersonParts, take: readonly PersonChoice[]): PersonParts {
  const choose = chooser(take)
  const [one, other] = [kept.contact, merged.contact]
  const { postalCode, address } = choose('address', one, other, one.address === '')
  const emergency = choose('emergency', kept.emergency, merged.emergency, kept.emergency.phone === '')
  return {
    person: {
      ...kept.person,
      name: choose('name', kept.person.name, merged.person.name, false),
      nameKana: choose('nameKana', kept.person.nameKana, merged.person.nameKana, false),
      affiliation: choose(
        'affiliation',
        kept.person.affiliation,
        merged.person.affiliation,
        kept.person.affiliation === '',
      ),
      vehicle: choose('vehicle', kept.person.vehicle, merged.person.vehicle, kept.person.vehicle === 'none'),
      skills: union(kept.person.skills, merged.person.skills, 20),
      licences: union(kept.person.licences, merged.person.licences, 10),
      experience: kept.person.experience || merged.person.experience,
    },
    contact: {
      ...one,
      phone: choose('phone', one.phone, other.phone, one.phone === ''),
      email: choose('email', one.email, other.email, one.email === ''),
      birthDate: choose('birthDate', one.birthDate, other.birthDate, one.birthDate === ''),
      sex: choose('sex', one.sex, other.sex, one.sex === 'notSaid'),
      postalCode,
      address,
    },
    emergency: { ...emergency, id: kept.person.id },
  }
}

type Place = Pick<Household, 'townId' | 'addressLine' | 'lat' | 'lng' | 'landmark'>

const placeOf = ({ townId, addressLine, lat, lng, landmark }: Place): Place => ({
  townId,
  addressLine,
  lat,
  lng,
  landmark,
})

const isPlaceless = ({ townId, addressLine, lat, landmark }: Place) =>
  townId === null && addressLine === '' && lat === null && landmark === ''

/** The kept household after a merge; 住所非開示 holds if either asked for it. */
export function combinedHousehold(kept: Household, merged: Household, take: readonly HouseholdChoice[]): Household {
  const choose = chooser(take)
  return {
    ...kept,
    ...placeOf(choose('place', kept, merged, isPlaceless(kept))),
    name: choose('name', kept.name, merged.name, kept.name === ''),
    nameKana: choose('nameKana', kept.nameKana, merged.nameKana, kept.nameKana === ''),
    hasPhone: kept.hasPhone || merged.hasPhone,
    hasNote: kept.hasNote || merged.hasNote,
    addressWithheld: kept.addressWithheld || merged.addressWithheld,
  }
}

/** Which number the kept household has after a merge. */
export const combinedPhone = (kept: string, merged: string, take: readonly HouseholdChoice[]): string =>
  chooser(take)('phone', kept, merged, kept === '')

/** The note of the kept household after a merge: nobody sees it on the way, so nothing of it is chosen away. */
export const combinedNote = (kept: string, merged: string): string => joined(kept, merged, 300)

/** The most careful first: of two stickers the graver one is believed. */
const stickers: readonly Need['sticker'][] = ['red', 'yellow', 'green', 'notInspected', 'unknown']

const known = <T extends string>(kept: T, merged: T): T => (kept === 'unknown' ? merged : kept)

const latest = (one: string | null, other: string | null) => ((one ?? '') > (other ?? '') ? one : other)

/** What warns of something holds if either need says it; nothing is chosen away. */
function warnings(kept: Need, merged: Need): Partial<Need> {
  return {
    urgent: kept.urgent || merged.urgent,
    crisis: kept.crisis || merged.crisis,
    watch: kept.watch || merged.watch,
    roofWork: kept.roofWork || merged.roofWork,
    fallingObjectNotice: kept.fallingObjectNotice || merged.fallingObjectNotice,
    livelihood: kept.livelihood || merged.livelihood,
    sticker: stickers.find((sticker) => sticker === kept.sticker || sticker === merged.sticker) ?? kept.sticker,
    dangers: joined(kept.dangers, merged.dangers, 300),
    occupancy: known(kept.occupancy, merged.occupancy),
    electricity: known(kept.electricity, merged.electricity),
    water: known(kept.water, merged.water),
    parking: known(kept.parking, merged.parking),
  }
}

/** The kept need after a merge, without what its place and its gate become. Both requesters stay with their records. */
export function combinedNeed(kept: NeedParts, merged: NeedParts, take: readonly NeedChoice[]): NeedParts {
  const choose = chooser(take)
  const [one, other] = [kept.need, merged.need]
  const wished = choose('wished', one, other, one.wishedDate === null && one.wishedTime === '')
  const place = placeOf(choose('place', kept.contact, merged.contact, isPlaceless(kept.contact)))
  const need: Need = {
    ...one,
    ...warnings(one, other),
    consentAsked: one.consentAsked || other.consentAsked,
    work: choose('work', one.work, other.work, one.work === ''),
    headcount: choose('headcount', one.headcount, other.headcount, one.headcount === 0),
    survey: choose('survey', one.survey, other.survey, one.survey === 'unsure'),
    categories: [...new Set([...one.categories, ...other.categories])],
    tools: union(one.tools, other.tools, 20),
    wishedDate: wished.wishedDate,
    wishedTime: wished.wishedTime,
    townId: place.townId,
    visits: one.visits + other.visits,
    notMetCount: one.notMetCount + other.notMetCount,
    finishedAt: latest(one.finishedAt, other.finishedAt),
  }
  return { need, contact: { ...kept.contact, ...place } }
}
