import { CompiledQuery } from 'kysely'
import { today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import { nextNumber } from '#server/database/counters.ts'
import { refuseTaken, type Tx } from '#server/database/record-table.ts'
import { refuseIfChanged } from '#server/roster/change-person.ts'
import { groupContacts, indexGroup, registeredGroups } from '#server/roster/groups.ts'
import { refuseImpossibleDates } from '#server/roster/register-person.ts'
import { registrationText } from '#shared/core/check-digit.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import { changeGroup, registerGroup } from '#shared/roster/commands.ts'
import { groupNameTaken } from '#shared/roster/problems.ts'
import type { RegisteredGroup } from '#shared/roster/registered-group.ts'
import { fiscalYearOf } from '#shared/roster/rules.ts'

/** A group with the same name and phone, unless it has left the roster. */
async function findSameGroup(tx: Tx, name: string, phone: string): Promise<RegisteredGroup | undefined> {
  const query = CompiledQuery.raw('select id from group_key where phone = ?', [phone])
  const { rows } = await tx.executeQuery<{ id: string }>(query)
  const groups = await registeredGroups.where(tx, { id: rows.map(({ id }) => id), status: 'active' })
  return groups.find((one) => searchKey(one.name) === searchKey(name))
}

const registerGroupHandler = handle(registerGroup, async (work, { groupId, group, contact, consentVersion }) => {
  await refuseTaken(registeredGroups, work.tx, groupId)
  refuseImpossibleDates(work, '', group.insurance.joinedOn)
  const same = await findSameGroup(work.tx, group.name, contact.phone)
  if (same) throw groupNameTaken({ code: registrationText('group', same.number) })
  const saved: RegisteredGroup = {
    id: groupId,
    number: await nextNumber(work.tx, 'registered group'),
    status: 'active',
    channel: 'staff',
    ...group,
    consentVersion,
    consentAt: work.happenedAt,
    registeredAt: work.happenedAt,
    renewedFor: fiscalYearOf(today(work)),
    changedBy: work.actorName,
    changedAt: work.now,
  }
  const savedContact = { id: groupId, ...contact }
  await registeredGroups.write(work, saved)
  await groupContacts.write(work, savedContact)
  await indexGroup(work.tx, saved, savedContact)
  work.describe({ code: registrationText('group', saved.number) })
  return { groupId, number: saved.number }
})

const changeGroupHandler = handle(changeGroup, async (work, { groupId, group, contact, basedOnSeq }) => {
  const before = await registeredGroups.get(work.tx, groupId)
  const code = registrationText('group', before.number)
  await refuseIfChanged(work, await registeredGroups.changedSeqOf(work.tx, groupId), { code, basedOnSeq })
  refuseImpossibleDates(work, '', group.insurance.joinedOn)
  const saved = { ...before, ...group, changedBy: work.actorName, changedAt: work.now }
  const savedContact = contact ? { id: groupId, ...contact } : await groupContacts.get(work.tx, groupId)
  await registeredGroups.write(work, saved)
  await groupContacts.write(work, savedContact)
  await indexGroup(work.tx, saved, savedContact)
  work.describe({ code })
})

export const groupHandlers = [registerGroupHandler, changeGroupHandler]
