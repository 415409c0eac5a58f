import { recordTable, type Tx } from '#server/database/record-table.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import type { Person, PersonContact } from '#shared/volunteers/person.ts'

export const persons = recordTable('person', {
  id: 'plain',
  name: 'plain',
  nameKana: 'plain',
  skills: 'json',
  licences: 'json',
  vehicle: 'plain',
  experience: 'boolean',
  affiliation: 'plain',
  mergedInto: 'plain',
})

export const personContacts = recordTable('personContact', {
  id: 'plain',
  phone: 'plain',
  email: 'plain',
  birthDate: 'plain',
  sex: 'plain',
  postalCode: 'plain',
  address: 'plain',
})

export const emergencyContacts = recordTable('emergencyContact', {
  id: 'plain',
  name: 'plain',
  relation: 'plain',
  phone: 'plain',
})

/**
 * The record in which a person is found now: their own, or the one that theirs was merged into. Merges are made of
 * standing records only, so that the way always ends.
 */
export async function standingPerson(tx: Tx, id: string): Promise<Person> {
  const person = await persons.get(tx, id)
  return person.mergedInto === null ? person : standingPerson(tx, person.mergedInto)
}

/** The same person of an earlier day: same phone and birth date, and a name that sounds the same. */
export async function findKnownPerson(
  tx: Tx,
  { phone, birthDate, nameKana }: { phone: string; birthDate: string; nameKana: string },
): Promise<Person | undefined> {
  for (const contact of await personContacts.where(tx, { phone, birthDate })) {
    const person = await persons.find(tx, contact.id)
    if (person && searchKey(person.nameKana) === searchKey(nameKana)) return standingPerson(tx, person.id)
  }
  return undefined
}

/** The one person with this phone and birth date; undefined also for twins, whom these two do not tell apart. */
export async function findOnlyPerson(tx: Tx, phone: string, birthDate: string): Promise<Person | undefined> {
  const found = new Map<string, Person>()
  for (const { id } of await personContacts.where(tx, { phone, birthDate })) {
    const person = await standingPerson(tx, id)
    found.set(person.id, person)
  }
  const [only] = found.values()
  return found.size === 1 ? only : undefined
}

/** Who may be the same person: the same phone, or a name that sounds the same and the same birth date. */
export async function findLikelyDoubles(
  tx: Tx,
  { phone, nameKana, birthDate }: Pick<PersonContact & Person, 'phone' | 'nameKana' | 'birthDate'>,
): Promise<{ person: Person; contact: PersonContact }[]> {
  const samePhone = phone === '' ? [] : await personContacts.where(tx, { phone })
  const sameBirthDate = birthDate === '' ? [] : await personContacts.where(tx, { birthDate })
  const found = new Map<string, { person: Person; contact: PersonContact }>()
  for (const contact of [...samePhone, ...sameBirthDate]) {
    const person = await persons.find(tx, contact.id)
    if (!person) continue
    const sounds = searchKey(person.nameKana) === searchKey(nameKana)
    if (contact.phone !== phone && !sounds) continue
    const standing = await standingPerson(tx, person.id)
    found.set(standing.id, { person: standing, contact: await personContacts.get(tx, standing.id) })
  }
  return [...found.values()]
}
