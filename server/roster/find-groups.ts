import { CompiledQuery } from 'kysely'
import { answerRead } from '#server/core/reads.ts'
import type { Tx } from '#server/database/record-table.ts'
import { groupContacts, registeredGroups } from '#server/roster/groups.ts'
import { hasRegistrationLink } from '#server/roster/registration-links.ts'
import { allOf, oneOfOrOpen, standingCondition, together, wordConditions } from '#server/roster/search-conditions.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { rosterLimits } from '#shared/roster/limits.ts'
import { figures, findGroups, groupOf } from '#shared/roster/reads.ts'
import { fiscalYearOf, standingOf } from '#shared/roster/rules.ts'

export const findGroupsReader = answerRead(findGroups, async (reading, sought) => {
  const { tx, now } = reading
  const today = dateOf(now, timeZone)
  const where = together([
    ...wordConditions(sought.words, 'group', reading.mayHold('groupContact')),
    standingCondition(sought.among, today),
    ...allOf('r.skills', sought.skills),
    ...oneOfOrOpen('r.areas', sought.area === '' ? [] : [sought.area]),
    ...oneOfOrOpen('r.days', sought.days),
  ])
  const from = `from group_key k join registered_group r on r.id = k.id where ${where.sql}`
  const select = CompiledQuery.raw(`select k.id ${from} order by k.key limit ${rosterLimits.found}`, where.parameters)
  const ids = (await tx.executeQuery<{ id: string }>(select)).rows.map(({ id }) => id)
  const count = CompiledQuery.raw(`select count(*) as total ${from}`, where.parameters)
  const counted = await tx.executeQuery<{ total: number }>(count)
  const groupById = new Map((await registeredGroups.where(tx, { id: ids })).map((one) => [one.id, one]))
  const groups = ids.flatMap((groupId) => {
    const group = groupById.get(groupId)
    if (!group) return []
    const { name, nameKana, kind, number, usualHeadcount, skills, vehicles, areas, days, renewedFor } = group
    const about = { name, nameKana, kind, number, usualHeadcount, skills, vehicles, areas, days, renewedFor }
    return { ...about, groupId, standing: standingOf(group, today) }
  })
  return { groups, total: counted.rows[0]?.total ?? groups.length }
})

export const groupOfReader = answerRead(groupOf, async ({ tx, now }, { groupId }) => {
  const group = await registeredGroups.get(tx, groupId)
  return {
    group,
    contact: await groupContacts.get(tx, groupId),
    standing: standingOf(group, dateOf(now, timeZone)),
    seq: await registeredGroups.changedSeqOf(tx, groupId),
    hasLink: await hasRegistrationLink(tx, groupId),
  }
})

/** How many of a table stand in which way; read from its index. */
async function standings(tx: Tx, table: 'registration' | 'registered_group', year: number) {
  const query = `select case when status = 'withdrawn' then 'withdrawn' when renewed_for >= ? then 'active' else 'due' end
    as standing, count(*) as count from ${table} group by 1`
  const { rows } = await tx.executeQuery<{ standing: string; count: number }>(CompiledQuery.raw(query, [year]))
  const of = (standing: string) => rows.find((row) => row.standing === standing)?.count ?? 0
  return { active: of('active'), due: of('due'), withdrawn: of('withdrawn') }
}

export const figuresReader = answerRead(figures, async ({ tx, now }) => {
  const year = fiscalYearOf(dateOf(now, timeZone))
  return {
    people: await standings(tx, 'registration', year),
    groups: await standings(tx, 'registered_group', year),
  }
})
