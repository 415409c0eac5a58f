import { CompiledQuery } from 'kysely'
import { countLooksBefore } from '#server/access/access-log.ts'
import { getCenter } from '#server/center/centers.ts'
import type { Tx } from '#server/database/record-table.ts'
import { activationClosings, erasureNotices, retentionNow } from '#server/privacy/retention-tables.ts'
import { addDays, dateOf, instantAt, timeZone } from '#shared/core/time.ts'
import { erasedName, type Subject } from '#shared/privacy/erasure.ts'
import type { ErasureNotice } from '#shared/privacy/retention.ts'
import { activationDue, addMonths, rosterDue } from '#shared/privacy/retention-rules.ts'

/** What is going to be erased by itself, and from when; `on` is null where nothing is. */
interface DueSubjects {
  noticeId: string
  what: ErasureNotice['what']
  on: string | null
  subjects: readonly Subject[]
}

async function idsOf(tx: Tx, text: string, parameters: readonly unknown[] = []): Promise<string[]> {
  const { rows } = await tx.executeQuery<{ id: string }>(CompiledQuery.raw(text, [...parameters]))
  return rows.map(({ id }) => id)
}

/** Everybody who is not registered, or no longer: the roster lives by its own rule. */
const unregistered = `select p.id from person p left join registration r on r.id = p.id
  where p.name <> ? and (r.id is null or r.status = 'withdrawn')`

const ofKind = (kind: Subject['kind'], ids: readonly string[]) => ids.map((id) => ({ kind, id }))

/** The people and homes of the activation, once it has been closed. */
export async function dueOfActivation(tx: Tx): Promise<DueSubjects> {
  const { activationId } = await getCenter(tx)
  const about = { noticeId: activationId, what: 'activation' as const }
  const closing = await activationClosings.find(tx, activationId)
  if (closing?.reopenedAt !== null) return { ...about, on: null, subjects: [] }
  const people = await idsOf(tx, unregistered, [erasedName])
  const homes = await idsOf(tx, 'select id from household where name <> ?', [erasedName])
  const subjects = [...ofKind('person', people), ...ofKind('household', homes)]
  return { ...about, on: activationDue(closing, await retentionNow(tx)), subjects }
}

const standing = (table: 'registration' | 'registered_group') =>
  `select id, renewed_for as renewedFor from ${table} where status = 'active'`

/** Who of the roster was not renewed for so long that they are no longer kept. */
export async function dueOfRoster(tx: Tx, today: string): Promise<DueSubjects> {
  const rule = await retentionNow(tx)
  const { id } = await getCenter(tx)
  const subjects: Subject[] = []
  for (const [table, kind] of [
    ['registration', 'person'],
    ['registered_group', 'group'],
  ] as const) {
    const query = CompiledQuery.raw(standing(table))
    const { rows } = await tx.executeQuery<{ id: string; renewedFor: number }>(query)
    const due = rows.filter(({ renewedFor }) => rosterDue(renewedFor, rule) <= today)
    subjects.push(
      ...ofKind(
        kind,
        due.map((one) => one.id),
      ),
    )
  }
  return { noticeId: id, what: 'roster', on: subjects.length === 0 ? null : today, subjects }
}

const daysWithNotes = `select d.id from day d where d.status = 'closed' and d.closed_at < ?
  and exists (select 1 from attendance_health h where h.day_id = d.id and h.note <> '')`

/** The closed days of which notes on health are still here although they are no longer needed. */
export async function daysDue(tx: Tx, now: string): Promise<string[]> {
  const { dayOnlyDays } = await retentionNow(tx)
  const until = instantAt(addDays(dateOf(now, timeZone), 1 - dayOnlyDays), '00:00', timeZone)
  return idsOf(tx, daysWithNotes, [until])
}

/**
 * Before which instant looks are no longer kept, or null where none are that old: some months after the closing, once
 * what was looked at has been erased, for which the calendar alone was not enough.
 */
export async function looksDue(tx: Tx, today: string): Promise<string | null> {
  const { activationId } = await getCenter(tx)
  const closing = await activationClosings.find(tx, activationId)
  const notice = await erasureNotices.find(tx, activationId)
  if (closing?.reopenedAt !== null || (notice?.doneOn ?? null) === null) return null
  const date = addMonths(today, -(await retentionNow(tx)).accessLogMonths)
  const until = instantAt(date, '00:00', timeZone)
  return closing.closedOn < date && (await countLooksBefore(tx, until)) > 0 ? until : null
}
