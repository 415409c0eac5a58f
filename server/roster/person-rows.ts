import { today } from '#server/center/centers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber } from '#server/database/counters.ts'
import type { Tx } from '#server/database/record-table.ts'
import { findRegistrationByNumber, registrations } from '#server/roster/registrations.ts'
import type { Understood } from '#server/roster/understand-row.ts'
import { findKnownPerson } from '#server/volunteers/persons.ts'
import { addPerson, getWholePerson, savePerson } from '#server/volunteers/save-person.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import type { ImportColumns } from '#shared/roster/import-columns.ts'
import { identityOf, type KnownVolunteer, partsOf, planRow, type RowPlan } from '#shared/roster/import-plan.ts'
import { type ImportedRow, readRow } from '#shared/roster/import-row.ts'
import type { Registration } from '#shared/roster/registration.ts'
import { fiscalYearOf } from '#shared/roster/rules.ts'
import type { Person, PersonContact } from '#shared/volunteers/person.ts'

async function volunteerOf(tx: Tx, personId: string): Promise<KnownVolunteer> {
  const { person, contact } = await getWholePerson(tx, personId)
  return { person, contact, registration: await registrations.find(tx, personId) }
}

async function ofNumber(tx: Tx, number: number | undefined): Promise<KnownVolunteer | undefined> {
  const found = number === undefined ? undefined : await findRegistrationByNumber(tx, number)
  return found && volunteerOf(tx, found.id)
}

async function plan(tx: Tx, row: ImportedRow): Promise<RowPlan> {
  const person = await findKnownPerson(tx, row)
  return planRow(row, person && (await volunteerOf(tx, person.id)), await ofNumber(tx, row.number))
}

const unsaidPerson: Omit<Person, 'id' | 'name' | 'nameKana'> = {
  skills: [],
  licences: [],
  vehicle: 'none',
  experience: false,
  affiliation: '',
  mergedInto: null,
}
const unsaidContact: Omit<PersonContact, 'id' | 'phone' | 'birthDate'> = {
  email: '',
  sex: 'notSaid',
  postalCode: '',
  address: '',
}

/** The consent was given on the council's own paper, not on a page of this system. */
const consentOnPaper = 'list'

const noInsurance: Registration['insurance'] = { plan: 'none', joinedOn: null, fiscalYear: null }

async function newRegistration(work: UnitOfWork, id: string): Promise<Registration> {
  return {
    id,
    number: await nextNumber(work.tx, 'registration'),
    status: 'active',
    channel: 'import',
    areas: [],
    days: [],
    tools: [],
    languages: [],
    insurance: noInsurance,
    note: '',
    consentVersion: consentOnPaper,
    consentAt: work.now,
    registeredAt: work.now,
    renewedFor: fiscalYearOf(today(work)),
    changedBy: '',
    changedAt: work.now,
  }
}

async function saveWho(work: UnitOfWork, row: ImportedRow, knownId: string | null): Promise<string> {
  const said = partsOf(row)
  const { name, nameKana, phone, birthDate } = row
  if (knownId !== null) {
    const { person, contact, emergency } = await getWholePerson(work.tx, knownId)
    await savePerson(work, {
      person: { ...person, ...said.person },
      contact: { ...contact, ...said.contact },
      emergency,
    })
    return knownId
  }
  const id = work.newId()
  const whole = {
    person: { id, name, nameKana, ...unsaidPerson, ...said.person },
    contact: { id, phone, birthDate, ...unsaidContact, ...said.contact },
    emergency: { id, name: '', relation: '', phone: '' },
  }
  await addPerson(work, whole, { arrives: false })
  return id
}

async function write(work: UnitOfWork, row: ImportedRow, knownId: string | null): Promise<void> {
  const id = await saveWho(work, row, knownId)
  const before = (await registrations.find(work.tx, id)) ?? (await newRegistration(work, id))
  const said = partsOf(row)
  const insurance = { ...before.insurance, ...said.insurance }
  const changed = { changedBy: work.actorName, changedAt: work.now }
  await registrations.write(work, { ...before, ...said.registration, insurance, ...changed })
}

/** One row of a list of persons. */
export function understandPerson(
  one: { line: number; cells: readonly string[] },
  columns: ImportColumns,
  today: string,
): Understood {
  const { row, faults } = readRow(one, columns, today)
  if (row === null) return { row, faults }
  const { line, name } = row
  const identity = identityOf(row, searchKey)
  return {
    row: { line, name, identity, plan: (tx) => plan(tx, row), write: (work, id) => write(work, row, id) },
    faults,
  }
}
