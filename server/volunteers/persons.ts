import { recordTable, type Tx } from '#server/database/record-table.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import type { Person } from '#shared/volunteers/person.ts'

export const persons = recordTable('person', {
  id: 'plain',
  name: 'plain',
  nameKana: 'plain',
  skills: 'json',
  licences: 'json',
  vehicle: 'plain',
  experience: 'boolean',
  affiliation: 'plain',
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

/** The same person of an earlier day: same phone and birth date, and a name that sounds the same. */
export async function findKnownPerson(
  tx: Tx,
  { phone, birthDate, nameKana }: { phone: string; birthDate: string; nameKana: string },
): Promise<Person | undefined> {
  for (const contact of await personContacts.where(tx, { phone, birthDate })) {
    const person = await persons.find(tx, contact.id)
    if (person && searchKey(person.nameKana) === searchKey(nameKana)) return person
  }
  return undefined
}
