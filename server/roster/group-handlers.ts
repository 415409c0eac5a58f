import { CompiledQuery } from 'kysely'
import type { z } from 'zod'
import { today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber } from '#server/database/counters.ts'
import { refuseTaken, type Tx } from '#server/database/record-table.ts'
import { refuseIfChanged } from '#server/roster/change-person.ts'
import { groupContacts, indexGroup, registeredGroups } from '#server/roster/groups.ts'
import { refuseImpossibleDates } from '#server/roster/register-person.ts'
import { findLinked, saveRegistrationLink } from '#server/roster/registration-links.ts'
import { registrationText } from '#shared/core/check-digit.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import { changeGroup, registerGroup, registerGroupSelf, renewGroupSelf } from '#shared/roster/commands.ts'
import { groupAlreadyRegistered, groupNameTaken, linkNotKnown } from '#shared/roster/problems.ts'
import type { GroupContact, RegisteredGroup } from '#shared/roster/registered-group.ts'
import { fiscalYearOf, withdrawProblem } from '#shared/roster/rules.ts'

/** The groups with this name and telephone, those that have left the roster too. */
export async function findGroupsNamed(tx: Tx, name: string, phone: string): Promise<RegisteredGroup[]> {
  const query = CompiledQuery.raw('select id from group_key where phone = ?', [phone])
  const { rows } = await tx.executeQuery<{ id: string }>(query)
  const groups = await registeredGroups.where(tx, { id: rows.map(({ id }) => id) })
  return groups.filter((one) => searchKey(one.name) === searchKey(name))
}

/** A group with the same name and phone, unless it has left the roster. */
async function findSameGroup(tx: Tx, name: string, phone: string): Promise<RegisteredGroup | undefined> {
  return (await findGroupsNamed(tx, name, phone)).find(({ status }) => status === 'active')
}

type Form = Pick<z.infer<typeof registerGroup.input>, 'groupId' | 'group' | 'contact' | 'consentVersion'>

/** Writes a group, how it is reached, and by what it is found. */
export async function writeGroup(work: UnitOfWork, group: RegisteredGroup, contact: GroupContact): Promise<void> {
  await registeredGroups.write(work, group)
  await groupContacts.write(work, contact)
  await indexGroup(work.tx, group, contact)
}

async function saveGroup(work: UnitOfWork, group: RegisteredGroup, contact: GroupContact): Promise<void> {
  await writeGroup(work, group, contact)
  work.describe({ code: registrationText('group', group.number) })
}

/** Gives a group its 登録番号, which is never given again. */
export async function newGroup(
  work: UnitOfWork,
  { groupId, group, consentVersion }: Omit<Form, 'contact'>,
  channel: RegisteredGroup['channel'],
): Promise<RegisteredGroup> {
  return {
    id: groupId,
    number: await nextNumber(work.tx, 'registered group'),
    status: 'active',
    channel,
    ...group,
    consentVersion,
    consentAt: work.happenedAt,
    registeredAt: work.happenedAt,
    renewedFor: fiscalYearOf(today(work)),
    changedBy: work.actorName,
    changedAt: work.now,
  }
}

async function addGroup(work: UnitOfWork, form: Form, channel: RegisteredGroup['channel']): Promise<RegisteredGroup> {
  const saved = await newGroup(work, form, channel)
  await saveGroup(work, saved, { id: saved.id, ...form.contact })
  return saved
}

const registerGroupHandler = handle(registerGroup, async (work, form) => {
  const { groupId, group, contact } = form
  await refuseTaken(registeredGroups, work.tx, groupId)
  refuseImpossibleDates(work, '', group.insurance.joinedOn)
  const same = await findSameGroup(work.tx, group.name, contact.phone)
  if (same) throw groupNameTaken({ code: registrationText('group', same.number) }, ['registeredGroup', same.id])
  const { number } = await addGroup(work, form, 'staff')
  return { groupId, number }
})

const registerGroupSelfHandler = handle(registerGroupSelf, async (work, { linkToken, group, ...form }) => {
  await refuseTaken(registeredGroups, work.tx, form.groupId)
  refuseImpossibleDates(work, '', group.insurance.joinedOn)
  if (await findSameGroup(work.tx, group.name, form.contact.phone)) throw groupAlreadyRegistered({})
  const { number } = await addGroup(work, { ...form, group: { ...group, note: '' } }, 'phone')
  await saveRegistrationLink(work.tx, linkToken, form.groupId, work.now)
  return { number }
})

const renewGroupSelfHandler = handle(renewGroupSelf, async (work, { linkToken, group, contact, consentVersion }) => {
  const id = await findLinked(work.tx, linkToken)
  const before = id === undefined ? undefined : await registeredGroups.find(work.tx, id)
  if (!before) throw linkNotKnown({})
  const problem = withdrawProblem('group', before)
  if (problem) throw problem
  refuseImpossibleDates(work, '', group.insurance.joinedOn)
  const renewedFor = Math.max(before.renewedFor, fiscalYearOf(today(work)))
  const consent = { consentVersion, consentAt: work.now }
  const touched = { changedBy: work.actorName, changedAt: work.now }
  const reached = reachedNow(await groupContacts.get(work.tx, before.id), contact)
  await saveGroup(work, { ...before, ...group, ...consent, renewedFor, ...touched }, reached)
  return { number: before.number, renewedFor }
})

/** What was left empty stays; another representative is read by their own name's kana, or by none. */
function reachedNow(before: GroupContact, said: Omit<GroupContact, 'id'>): GroupContact {
  return {
    id: before.id,
    leaderName: said.leaderName || before.leaderName,
    leaderKana: said.leaderName === '' ? said.leaderKana || before.leaderKana : said.leaderKana,
    phone: said.phone || before.phone,
    email: said.email || before.email,
    address: said.address || before.address,
  }
}

const changeGroupHandler = handle(changeGroup, async (work, { groupId, group, contact, basedOnSeq }) => {
  const before = await registeredGroups.get(work.tx, groupId)
  const code = registrationText('group', before.number)
  await refuseIfChanged(work, await registeredGroups.changedSeqOf(work.tx, groupId), { code, basedOnSeq })
  refuseImpossibleDates(work, '', group.insurance.joinedOn)
  const saved = { ...before, ...group, changedBy: work.actorName, changedAt: work.now }
  const savedContact = contact ? { id: groupId, ...contact } : await groupContacts.get(work.tx, groupId)
  await saveGroup(work, saved, savedContact)
})

export const groupHandlers = [registerGroupHandler, registerGroupSelfHandler, renewGroupSelfHandler, changeGroupHandler]
