import { CompiledQuery } from 'kysely'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { recordTable, type Tx } from '#server/database/record-table.ts'
import type { Need, NeedContact, NeedStatus } from '#shared/needs/need.ts'
import { isMerged } from '#shared/needs/problems.ts'
import { closedStatuses, transitionProblem } from '#shared/needs/rules.ts'

export const needs = recordTable('need', {
  id: 'plain',
  activationId: 'plain',
  number: 'plain',
  householdId: 'plain',
  status: 'plain',
  channel: 'plain',
  categories: 'json',
  work: 'plain',
  headcount: 'plain',
  tools: 'json',
  townId: 'plain',
  hasPlace: 'boolean',
  addressWithheld: 'boolean',
  urgent: 'boolean',
  crisis: 'boolean',
  watch: 'boolean',
  survey: 'plain',
  surveyOn: 'plain',
  surveyTime: 'plain',
  notMetCount: 'plain',
  occupancy: 'plain',
  electricity: 'plain',
  water: 'plain',
  parking: 'plain',
  sticker: 'plain',
  fallingObjectNotice: 'boolean',
  roofWork: 'boolean',
  livelihood: 'boolean',
  consentAsked: 'boolean',
  dangers: 'plain',
  wishedDate: 'plain',
  wishedTime: 'plain',
  gate: 'json',
  outcome: 'json',
  assignedCount: 'plain',
  teamIds: 'json',
  visits: 'plain',
  receivedAt: 'plain',
  clerk: 'plain',
  version: 'plain',
  changedBy: 'plain',
  changedAt: 'plain',
  statusBy: 'plain',
  statusAt: 'plain',
  before: 'json',
  completedAt: 'plain',
  finishedAt: 'plain',
  mergedInto: 'plain',
})

export const needContacts = recordTable('needContact', {
  id: 'plain',
  requesterName: 'plain',
  requesterKana: 'plain',
  hasPhone: 'boolean',
  relation: 'plain',
  replyTo: 'plain',
  townId: 'plain',
  addressLine: 'plain',
  lat: 'plain',
  lng: 'plain',
  landmark: 'plain',
  hasStory: 'boolean',
  withheld: 'boolean',
})

export const needConsents = recordTable('needConsent', {
  id: 'plain',
  version: 'plain',
  askedBy: 'plain',
  askedAt: 'plain',
  answeredBy: 'plain',
  surname: 'plain',
  address: 'plain',
  work: 'plain',
  health: 'plain',
  careHint: 'plain',
})

export const needPhones = recordTable('needPhone', { id: 'plain', phone: 'plain' })
export const needStories = recordTable('needStory', { id: 'plain', story: 'plain' })
export const needReasons = recordTable('needReason', {
  id: 'plain',
  reason: 'plain',
  referredTo: 'plain',
  openedBecause: 'plain',
  earlier: 'plain',
  earlierReferredTo: 'plain',
})

export const getNeed = (tx: Tx, id: string) => needs.get(tx, id)

/** The need that stands for this one now: itself, or the one that it was merged into. */
export async function standingNeed(tx: Tx, id: string): Promise<Need> {
  const need = await needs.get(tx, id)
  return need.mergedInto === null ? need : standingNeed(tx, need.mergedInto)
}

/** A need that was merged is changed no more; its number opens the other, and the sentence names it. */
export async function refuseMerged(tx: Tx, need: Need): Promise<void> {
  if (need.mergedInto === null) return
  throw isMerged({ number: need.number, kept: (await standingNeed(tx, need.id)).number }, ['need', need.id])
}

/** A need that may be changed: one that was merged is refused. */
export async function getStandingNeed(tx: Tx, id: string): Promise<Need> {
  const need = await getNeed(tx, id)
  await refuseMerged(tx, need)
  return need
}

/**
 * Moves a need to another state: the rule is asked, who moved it is written down, the chronology says its number. Every
 * slice that moves needs does it here; `changes` are what the same act writes besides.
 */
export async function moveNeed(
  work: UnitOfWork,
  need: Need,
  to: NeedStatus,
  changes: Partial<Omit<Need, 'id' | 'number' | 'status'>> = {},
): Promise<Need> {
  const problem = transitionProblem(need, to)
  if (problem) throw problem
  const moved: Need = {
    ...need,
    statusBy: work.actorName,
    statusAt: work.happenedAt,
    before: null,
    completedAt: to === 'completed' ? work.happenedAt : null,
    finishedAt: to === 'completed' ? work.happenedAt : need.finishedAt,
    ...changes,
    status: to,
  }
  await needs.save(work, moved)
  work.describe({ need: need.number, status: to })
  return moved
}

/** How many closed needs a desk holds; older ones are searched for on the server. */
const recentClosed = 300

const columnsOf = (table: { columns: readonly { column: string }[] }) =>
  table.columns.map(({ column }) => column).join(', ')

const closedList = closedStatuses.map((status) => `'${status}'`).join(', ')

/** The needs that desks hold: everything open with what was merged into it, and what was closed last. */
const heldNeeds = `select id from need where status not in (${closedList})
  union select one.id from need one join need kept on kept.id = one.merged_into where kept.status not in (${closedList})
  union select id from (select id from need where status in (${closedList}) order by changed_seq desc limit ${recentClosed})`

async function heldRows(tx: Tx, sql: string): Promise<Record<string, unknown>[]> {
  return (await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(sql))).rows
}

/** What a desk is told of needs; later changes come whatever their state, so that closing is seen. */
export async function needsForDesks(tx: Tx, seq: number): Promise<Need[]> {
  if (seq > 0) return needs.changedSince(tx, seq)
  const rows = await heldRows(tx, `select ${columnsOf(needs)} from need where id in (${heldNeeds})`)
  return rows.map((row) => needs.fromRow(row))
}

export async function needContactsForDesks(tx: Tx, seq: number): Promise<NeedContact[]> {
  if (seq > 0) return needContacts.changedSince(tx, seq)
  const rows = await heldRows(tx, `select ${columnsOf(needContacts)} from need_contact where id in (${heldNeeds})`)
  return rows.map((row) => needContacts.fromRow(row))
}

/** The ids of the needs that desks hold; what belongs to needs is held with them. */
export async function heldNeedIds(tx: Tx): Promise<string[]> {
  return (await heldRows(tx, heldNeeds)).map(({ id }) => String(id))
}

/** The ids of the households whose needs desks hold. */
export async function heldHouseholdIds(tx: Tx): Promise<string[]> {
  const rows = await heldRows(tx, `select distinct household_id as id from need where id in (${heldNeeds})`)
  return rows.map(({ id }) => String(id))
}

/** How many needs of a town stand in a state, the urgent apart. */
export interface NeedCount {
  townId: string | null
  status: NeedStatus
  urgent: boolean
  count: number
}

/** Counts what is open, and what was completed at or after an instant and before another; nothing is read that is not counted. */
export async function countNeeds(
  tx: Tx,
  activationId: string,
  completed: [from: string, to: string],
): Promise<NeedCount[]> {
  const sql = `select town_id as townId, status, urgent, count(*) as count from need where activation_id = ?
    and (status not in (${closedList}) or (status = 'completed' and completed_at >= ? and completed_at < ?))
    group by town_id, status, urgent`
  const query = CompiledQuery.raw(sql, [activationId, ...completed])
  const { rows } = await tx.executeQuery<Omit<NeedCount, 'urgent'> & { urgent: number }>(query)
  return rows.map((row) => ({ ...row, urgent: row.urgent === 1 }))
}
