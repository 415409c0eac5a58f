import { CompiledQuery } from 'kysely'
import { ofShownDay } from '#server/center/centers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { Tx } from '#server/database/record-table.ts'
import { indexPerson } from '#server/volunteers/person-keys.ts'
import { emergencyContacts, personContacts, persons } from '#server/volunteers/persons.ts'
import type { EmergencyContact, Person, PersonContact } from '#shared/volunteers/person.ts'

/** Who somebody is: three records under one id. */
export interface WholePerson {
  person: Person
  contact: PersonContact
  emergency: EmergencyContact
}

/** Whether somebody checked in on the day that desks hold. */
async function isAmongToday(tx: Tx, personId: string): Promise<boolean> {
  const { dayId } = await ofShownDay(tx)
  const query = 'select 1 from attendance where person_id = ? and day_id = ? limit 1'
  const { rows } = await tx.executeQuery(CompiledQuery.raw(query, [personId, dayId]))
  return rows.length > 0
}

/** Writes a person who was not known before; `arrives` says that a check-in follows in the same act, and desks are told. */
export async function addPerson(
  work: UnitOfWork,
  whole: WholePerson,
  { arrives }: { arrives: boolean },
): Promise<void> {
  const { person, contact, emergency } = whole
  if (arrives) {
    await persons.add(work, person)
    await personContacts.add(work, contact)
    await emergencyContacts.add(work, emergency)
  } else await writeSilently(work, whole)
  await indexPerson(work.tx, person, contact)
}

/** Writes a known person. Desks hold the people of the day: of all others they are told nothing. */
export async function savePerson(
  work: UnitOfWork,
  whole: WholePerson,
  { arrives = false }: { arrives?: boolean } = {},
): Promise<void> {
  const { person, contact, emergency } = whole
  if (arrives || (await isAmongToday(work.tx, person.id))) {
    await persons.save(work, person)
    await personContacts.save(work, contact)
    await emergencyContacts.save(work, emergency)
  } else await writeSilently(work, whole)
  await indexPerson(work.tx, person, contact)
}

async function writeSilently(work: UnitOfWork, { person, contact, emergency }: WholePerson): Promise<void> {
  await persons.write(work, person)
  await personContacts.write(work, contact)
  await emergencyContacts.write(work, emergency)
}

/** All that is stored of a person; whoever came with a group's list may have left some of it out. */
export async function getWholePerson(tx: Tx, id: string): Promise<WholePerson> {
  const person = await persons.get(tx, id)
  const contact = (await personContacts.find(tx, id)) ?? emptyContact(id)
  const emergency = (await emergencyContacts.find(tx, id)) ?? { id, name: '', relation: '', phone: '' }
  return { person, contact, emergency }
}

const emptyContact = (id: string): PersonContact => ({
  id,
  phone: '',
  email: '',
  birthDate: '',
  sex: 'notSaid',
  postalCode: '',
  address: '',
})
