import { CompiledQuery } from 'kysely'
import type { Tx } from '#server/database/record-table.ts'
import { byId, type Column, exported, list } from '#server/privacy/export-columns.ts'
import { groupContacts, registeredGroups } from '#server/roster/groups.ts'
import { registrations } from '#server/roster/registrations.ts'
import { emergencyContacts, personContacts, persons } from '#server/volunteers/persons.ts'
import { registrationText } from '#shared/core/check-digit.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { broughtText } from '#shared/groups/brought.ts'
import { headingOf } from '#shared/roster/import-columns.ts'
import type { GroupContact, RegisteredGroup } from '#shared/roster/registered-group.ts'
import type { Registration } from '#shared/roster/registration.ts'
import {
  exportDays,
  exportKinds,
  exportPlans,
  exportSexes,
  exportVehicles,
  exportHeads as heads,
  registrationStatusWords,
  exportWords as words,
} from '#shared/texts/exports.ts'
import type { EmergencyContact, Person, PersonContact } from '#shared/volunteers/person.ts'

interface RosterRow {
  registration: Registration
  person: Person
  contact: PersonContact | undefined
  emergency: EmergencyContact | undefined
}

/** Under the headings by which a list is read in, so that a file that was taken out can come back. */
const rosterColumns: readonly Column<RosterRow>[] = [
  { head: headingOf('person', 'number'), of: ({ registration }) => registrationText('person', registration.number) },
  { head: heads.status, of: ({ registration }) => registrationStatusWords[registration.status] },
  { head: heads.registeredOn, of: ({ registration }) => dateOf(registration.registeredAt, timeZone) },
  { head: heads.renewedFor, of: ({ registration }) => registration.renewedFor },
  { head: headingOf('person', 'name'), personal: true, of: ({ person }) => person.name },
  { head: headingOf('person', 'nameKana'), personal: true, of: ({ person }) => person.nameKana },
  { head: headingOf('person', 'phone'), personal: true, of: ({ contact }) => formatPhone(contact?.phone ?? '') },
  { head: headingOf('person', 'birthDate'), personal: true, of: ({ contact }) => contact?.birthDate ?? '' },
  { head: headingOf('person', 'sex'), personal: true, of: ({ contact }) => exportSexes[contact?.sex ?? 'notSaid'] },
  { head: headingOf('person', 'email'), personal: true, of: ({ contact }) => contact?.email ?? '' },
  { head: headingOf('person', 'postalCode'), personal: true, of: ({ contact }) => contact?.postalCode ?? '' },
  { head: headingOf('person', 'address'), personal: true, of: ({ contact }) => contact?.address ?? '' },
  { head: headingOf('person', 'affiliation'), personal: true, of: ({ person }) => person.affiliation },
  { head: heads.emergencyName, personal: true, of: ({ emergency }) => emergency?.name ?? '' },
  { head: heads.emergencyRelation, personal: true, of: ({ emergency }) => emergency?.relation ?? '' },
  { head: heads.emergencyPhone, personal: true, of: ({ emergency }) => formatPhone(emergency?.phone ?? '') },
  { head: headingOf('person', 'skills'), of: ({ person }) => list(person.skills) },
  { head: headingOf('person', 'licences'), of: ({ person }) => list(person.licences) },
  { head: headingOf('person', 'vehicle'), of: ({ person }) => exportVehicles[person.vehicle] },
  { head: headingOf('person', 'experience'), of: ({ person }) => (person.experience ? words.yes : words.no) },
  { head: headingOf('person', 'areas'), of: ({ registration }) => list(registration.areas) },
  { head: headingOf('person', 'days'), of: ({ registration }) => exportDays(registration.days) },
  { head: headingOf('person', 'tools'), of: ({ registration }) => list(registration.tools) },
  { head: headingOf('person', 'languages'), of: ({ registration }) => list(registration.languages) },
  { head: headingOf('person', 'insurance'), of: ({ registration }) => exportPlans[registration.insurance.plan] },
  { head: headingOf('person', 'insuranceYear'), of: ({ registration }) => registration.insurance.fiscalYear },
  { head: headingOf('person', 'note'), personal: true, of: ({ registration }) => registration.note },
]

async function countOf(tx: Tx, table: 'registration' | 'registered_group'): Promise<number> {
  const query = CompiledQuery.raw(`select count(*) as rows from ${table}`)
  return (await tx.executeQuery<{ rows: number }>(query)).rows[0]?.rows ?? 0
}

const byNumber = (one: { number: number }, other: { number: number }) => one.number - other.number

async function readRoster(tx: Tx, personal: boolean): Promise<RosterRow[]> {
  const all = (await registrations.where(tx, {})).toSorted(byNumber)
  const people = byId(await persons.where(tx, {}))
  const contacts = byId(personal ? await personContacts.where(tx, {}) : [])
  const emergencies = byId(personal ? await emergencyContacts.where(tx, {}) : [])
  return all.flatMap((registration) => {
    const person = people.get(registration.id)
    if (!person || person.mergedInto !== null) return []
    const { id } = registration
    return [{ registration, person, contact: contacts.get(id), emergency: emergencies.get(id) }]
  })
}

export const rosterExport = exported(
  rosterColumns,
  (tx) => countOf(tx, 'registration'),
  (tx, _, personal) => readRoster(tx, personal),
)

interface GroupRow {
  group: RegisteredGroup
  contact: GroupContact | undefined
}

const groupColumns: readonly Column<GroupRow>[] = [
  { head: heads.groupNumber, of: ({ group }) => registrationText('group', group.number) },
  { head: heads.status, of: ({ group }) => registrationStatusWords[group.status] },
  { head: heads.registeredOn, of: ({ group }) => dateOf(group.registeredAt, timeZone) },
  { head: heads.renewedFor, of: ({ group }) => group.renewedFor },
  { head: heads.groupName, of: ({ group }) => group.name },
  { head: heads.kind, of: ({ group }) => exportKinds[group.kind] },
  { head: heads.usualHeadcount, of: ({ group }) => group.usualHeadcount },
  { head: heads.vehicles, of: ({ group }) => broughtText({ vehicles: group.vehicles, tools: [] }) },
  { head: heads.skills, of: ({ group }) => list(group.skills) },
  { head: heads.areas, of: ({ group }) => list(group.areas) },
  { head: heads.days, of: ({ group }) => exportDays(group.days) },
  { head: heads.tools, of: ({ group }) => list(group.tools) },
  { head: heads.insurance, of: ({ group }) => exportPlans[group.insurance.plan] },
  { head: heads.insuranceYear, of: ({ group }) => group.insurance.fiscalYear },
  { head: heads.leader, personal: true, of: ({ contact }) => contact?.leaderName ?? '' },
  { head: heads.leaderKana, personal: true, of: ({ contact }) => contact?.leaderKana ?? '' },
  { head: heads.phone, personal: true, of: ({ contact }) => formatPhone(contact?.phone ?? '') },
  { head: heads.email, personal: true, of: ({ contact }) => contact?.email ?? '' },
  { head: heads.address, personal: true, of: ({ contact }) => contact?.address ?? '' },
  { head: heads.note, personal: true, of: ({ group }) => group.note },
]

export const groupsExport = exported(
  groupColumns,
  (tx) => countOf(tx, 'registered_group'),
  async (tx, _, personal) => {
    const contacts = byId(personal ? await groupContacts.where(tx, {}) : [])
    const groups = (await registeredGroups.where(tx, {})).toSorted(byNumber)
    return groups.map((group) => ({ group, contact: contacts.get(group.id) }))
  },
)
