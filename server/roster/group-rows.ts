import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { Tx } from '#server/database/record-table.ts'
import { findGroupsNamed, newGroup, writeGroup } from '#server/roster/group-handlers.ts'
import { groupContacts, registeredGroups } from '#server/roster/groups.ts'
import type { Understood } from '#server/roster/understand-row.ts'
import type { ImportColumns } from '#shared/roster/import-columns.ts'
import { groupIdentityOf, groupPartsOf, type KnownGroup, planGroup } from '#shared/roster/import-group-plan.ts'
import { type ImportedGroup, readGroupRow } from '#shared/roster/import-group-row.ts'
import type { RegisteredGroup } from '#shared/roster/registered-group.ts'

async function known(tx: Tx, group: RegisteredGroup | undefined): Promise<KnownGroup | undefined> {
  return group && { group, contact: await groupContacts.get(tx, group.id) }
}

async function plan(tx: Tx, row: ImportedGroup) {
  const named = await findGroupsNamed(tx, row.name, row.phone)
  const same = named.find(({ status }) => status === 'active') ?? named[0]
  const [numbered] = row.number === undefined ? [] : await registeredGroups.where(tx, { number: row.number })
  return planGroup(row, await known(tx, same), await known(tx, numbered))
}

const unsaid = {
  nameKana: '',
  kind: 'other' as const,
  skills: [],
  vehicles: [],
  areas: [],
  days: [],
  tools: [],
  note: '',
}
const noInsurance: RegisteredGroup['insurance'] = { plan: 'none', joinedOn: null, fiscalYear: null }

async function write(work: UnitOfWork, row: ImportedGroup, knownId: string | null): Promise<void> {
  const said = groupPartsOf(row)
  if (knownId !== null) {
    const before = await registeredGroups.get(work.tx, knownId)
    const contact = { ...(await groupContacts.get(work.tx, knownId)), ...said.contact }
    const insurance = { ...before.insurance, ...said.insurance }
    const touched = { changedBy: work.actorName, changedAt: work.now }
    await writeGroup(work, { ...before, ...said.group, insurance, ...touched }, contact)
    return
  }
  const { name, usualHeadcount, leaderName, phone } = row
  const insurance = { ...noInsurance, ...said.insurance }
  const group = { ...unsaid, name, usualHeadcount, ...said.group, insurance }
  // The consent was given on the council's own paper, not on a page of this system.
  const form = { groupId: work.newId(), group, consentVersion: 'list' }
  const contact = { leaderName, leaderKana: '', phone, email: '', address: '', ...said.contact }
  await writeGroup(work, await newGroup(work, form, 'import'), { id: form.groupId, ...contact })
}

/** One row of a list of groups. */
export function understandGroup(one: { line: number; cells: readonly string[] }, columns: ImportColumns): Understood {
  const { row, faults } = readGroupRow(one, columns)
  if (row === null) return { row, faults }
  const { line, name } = row
  const identity = groupIdentityOf(row)
  return {
    row: { line, name, identity, plan: (tx) => plan(tx, row), write: (work, id) => write(work, row, id) },
    faults,
  }
}
