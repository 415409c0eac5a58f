import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { Tx } from '#server/database/record-table.ts'
import { emergencyContacts, personContacts, persons, standingPerson } from '#server/volunteers/persons.ts'
import { savePerson } from '#server/volunteers/save-person.ts'
import type { Listed } from '#shared/groups/commands.ts'
import { isKnownPerson, type Known } from '#shared/groups/rules.ts'
import type { Person, PersonContact } from '#shared/volunteers/person.ts'

/** A person with how they are reached. */
export interface Whole {
  person: Person
  contact: PersonContact
}

/** What tells a person apart from others. */
export const knownOf = ({ person, contact }: Whole): Known => ({
  name: person.name,
  nameKana: person.nameKana,
  phone: contact.phone,
  birthDate: contact.birthDate,
})

/** A person, if there is one yet: of those whose names are to follow there is none. */
export async function findWhole(tx: Tx, personId: string): Promise<Whole | undefined> {
  const person = await persons.find(tx, personId)
  const contact = person && (await personContacts.find(tx, personId))
  return contact && { person, contact }
}

/** The one person of the roster or an earlier day whom a line of a list means; of two, nobody is taken by guess. */
export async function findPersonOfLine(tx: Tx, line: Listed): Promise<Whole | undefined> {
  const byPhone = line.phone === '' ? [] : await personContacts.where(tx, { phone: line.phone })
  const byBirthDate = line.birthDate === '' ? [] : await personContacts.where(tx, { birthDate: line.birthDate })
  const found = new Map<string, Whole>()
  for (const contact of [...byPhone, ...byBirthDate]) {
    const person = await persons.find(tx, contact.id)
    if (!person || !isKnownPerson(line, knownOf({ person, contact }))) continue
    const standing = await standingPerson(tx, person.id)
    found.set(standing.id, { person: standing, contact: await personContacts.get(tx, standing.id) })
  }
  const [only] = found.values()
  return found.size === 1 ? only : undefined
}

/** Somebody of whom nothing is known but the name. */
const nameOnly = (id: string, name: string): Whole => ({
  person: {
    id,
    name,
    nameKana: '',
    skills: [],
    licences: [],
    vehicle: 'none',
    experience: false,
    affiliation: '',
    mergedInto: null,
  },
  contact: { id, phone: '', email: '', birthDate: '', sex: 'notSaid', postalCode: '', address: '' },
})

const filledIn = (stored: PersonContact, line: Listed): PersonContact => ({
  ...stored,
  phone: stored.phone || line.phone,
  birthDate: stored.birthDate || line.birthDate,
  sex: stored.sex === 'notSaid' ? line.sex : stored.sex,
  address: line.address || stored.address,
})

/** Writes a person of a list. What is known already stays; the list fills in what was not. */
export async function savePersonOfLine(
  work: UnitOfWork,
  line: Listed,
  known: Whole | undefined,
  wishes: { groupName: string; personId?: string },
): Promise<Whole> {
  const stored = known ?? nameOnly(wishes.personId ?? work.newId(), line.name)
  const { id } = stored.person
  const person: Person = {
    ...stored.person,
    nameKana: stored.person.nameKana || line.nameKana,
    skills: line.skills.length > 0 ? line.skills : stored.person.skills,
    affiliation: stored.person.affiliation || wishes.groupName,
  }
  const contact = filledIn(stored.contact, line)
  const emergency = await emergencyContacts.find(work.tx, id)
  const whole = { person, contact, emergency: emergency ?? { id, name: '', relation: '', phone: '' } }
  // Desks hold the people of the day, and now this is one of them.
  await savePerson(work, whole, { arrives: true })
  return { person, contact }
}
