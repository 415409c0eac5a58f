import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { actorId } from '#server/core/actor.ts'
import type { LogDetails, UnitOfWork } from '#server/core/unit-of-work.ts'
import type { Tx } from '#server/database/record-table.ts'
import type { LookedAt, LookReason } from '#shared/access/look.ts'
import { readOwnJson } from '#shared/core/json.ts'
import { otherBodySameId } from '#shared/core/problems.ts'

/** One look: whoever looked, at which record, why. Ids and numbers only, so that the chain outlives what is erased. */
export interface Look {
  readonly id: string
  readonly what: LookedAt
  readonly recordKind: string
  readonly recordId: string
  readonly why: LookReason
  /** How many people stand on it, where it is a list. */
  readonly people?: number | null
  /** The number of the day that its paper carries. */
  readonly paper?: number | null
}

interface Row {
  position: number
  id: string
  seq: number
  at: string
  actor_id: string
  device: string
  what: LookedAt
  record_kind: string
  record_id: string
  why: LookReason
  people: number | null
  paper: number | null
  hash: string
}

/** Before the first row. */
const nothing = ''

function hashOf(before: string, row: Omit<Row, 'hash'>): string {
  const { position, id, seq, at, actor_id, device, what, record_kind, record_id, why } = row
  const said: unknown[] = [before, position, id, seq, at, actor_id, device, what, record_kind, record_id, why]
  // Rows from before lists were counted have neither, and keep their hashes.
  if (row.people !== null || row.paper !== null) said.push(row.people, row.paper)
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url')
}

async function rowsOf<R>(tx: Tx, sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
  return (await tx.executeQuery<R>(CompiledQuery.raw(sql, [...parameters]))).rows
}

async function lastOf(tx: Tx): Promise<Pick<Row, 'position' | 'hash'> | undefined> {
  const all = 'select position, hash from access_log union select position, hash from access_log_anchor'
  return (await rowsOf<Row>(tx, `${all} order by position desc limit 1`))[0]
}

/** Writes down a look, in the transaction of the act that shows it. */
export async function writeLook(work: UnitOfWork, look: Look): Promise<void> {
  if ((await rowsOf(work.tx, 'select 1 from access_log where id = ?', [look.id])).length > 0) throw otherBodySameId({})
  const last = await lastOf(work.tx)
  const row = {
    position: (last?.position ?? 0) + 1,
    id: look.id,
    seq: work.seq,
    at: work.now,
    actor_id: actorId(work.actor) ?? '',
    device: work.device,
    what: look.what,
    record_kind: look.recordKind,
    record_id: look.recordId,
    why: look.why,
    people: look.people ?? null,
    paper: look.paper ?? null,
  }
  const values = [...Object.values(row), hashOf(last?.hash ?? nothing, row)]
  const insert = `insert into access_log (${Object.keys(row).join(', ')}, hash) values (${values.map(() => '?').join(', ')})`
  await work.tx.executeQuery(CompiledQuery.raw(insert, values))
}

/** The head of the chain as it is printed on paper: whoever changes a row before it can no longer show this one. */
export async function accessLogHead(tx: Tx): Promise<string> {
  return ((await lastOf(tx))?.hash ?? '--------').slice(0, 8)
}

/** How many looks are older than that instant. */
export async function countLooksBefore(tx: Tx, until: string): Promise<number> {
  const sql = 'select count(*) as rows from access_log where at < ?'
  return (await rowsOf<{ rows: number }>(tx, sql, [until]))[0]?.rows ?? 0
}

/** Forgets the looks before that instant, up to the first that is newer: the anchor first, then the rows below it. */
export async function forgetLooksBefore({ tx }: UnitOfWork, until: string): Promise<void> {
  const older = 'position < coalesce((select min(position) from access_log where at >= ?), 9e15)'
  const anchor = `insert into access_log_anchor select position, hash, seq, at from access_log where ${older}
    order by position desc limit 1`
  await rowsOf(tx, anchor, [until])
  await rowsOf(tx, 'delete from access_log where position <= (select max(position) from access_log_anchor)')
}

/** The acts that show something and write it down. */
const lookingActs = [
  'needs.revealPhone',
  'needs.revealNotes',
  'needs.revealPlace',
  'privacy.showRecord',
  'privacy.export',
  'photos.lookAtPhoto',
  'access.openSheet',
] as const

/** What a check of the chain found: how many rows fit, and where it breaks. */
export interface AccessLogCheck {
  readonly rows: number
  readonly head: string
  /** The position of the first row that was changed, or before which one is missing; null where all is well. */
  readonly brokenAt: number | null
}

/** The last row that was pruned after its time, as migration 0018 allows it: the chain goes on from there. */
async function anchorOf(tx: Tx): Promise<{ position: number; hash: string; seq: number }> {
  const sql = 'select position, hash, seq from access_log_anchor order by position desc limit 1'
  const [anchor] = await rowsOf<Pick<Row, 'position' | 'hash' | 'seq'>>(tx, sql)
  return anchor ?? { position: 0, hash: nothing, seq: 0 }
}

/** Goes through the whole chain; the event log, which is another table, says whether rows at its end were taken away. */
export async function verifyAccessLog(tx: Tx): Promise<AccessLogCheck> {
  const anchor = await anchorOf(tx)
  const kept = 'select * from access_log where position > ? order by position'
  const rows = await rowsOf<Row>(tx, kept, [anchor.position])
  let before = anchor.hash
  for (const [index, row] of rows.entries()) {
    const position = anchor.position + index + 1
    if (row.position !== position || row.hash !== hashOf(before, row))
      return { rows: index, head: before.slice(0, 8), brokenAt: position }
    before = row.hash
  }
  const acts = lookingActs.map(() => '?').join(', ')
  const missing = await rowsOf<{ seq: number }>(
    tx,
    `select seq from event_log where type in (${acts}) and seq > ? and seq not in (select seq from access_log) limit 1`,
    [...lookingActs, anchor.seq],
  )
  const end = anchor.position + rows.length + 1
  return { rows: rows.length, head: await accessLogHead(tx), brokenAt: missing.length > 0 ? end : null }
}

/** What this person was shown by that look; undefined where there was none, or it is over. */
export async function revealedBy(
  tx: Tx,
  asked: { id: string; what: LookedAt; actorId: string | null; since: string },
): Promise<Pick<Look, 'recordKind' | 'recordId'> | undefined> {
  const sql = 'select record_kind, record_id from access_log where id = ? and what = ? and actor_id = ? and at >= ?'
  const [row] = await rowsOf<Row>(tx, sql, [asked.id, asked.what, asked.actorId, asked.since])
  return row && { recordKind: row.record_kind, recordId: row.record_id }
}

/** The newest looks, of one person or of all. */
export async function newestLooks(tx: Tx, of: string | null, limit: number): Promise<(Required<Look> & Looking)[]> {
  const where = of === null ? '1 = 1' : 'l.actor_id = ?'
  const rows = await rowsOf<Row & { actor_name: string | null; type: string | null; details: string | null }>(
    tx,
    `select l.*, e.actor_name, e.type, e.details from access_log l left join event_log e on e.seq = l.seq where ${where}
      order by position desc limit ?`,
    of === null ? [limit] : [of, limit],
  )
  return rows.map(({ record_kind, record_id, actor_id, actor_name, type, details, ...row }) => ({
    id: row.id,
    what: row.what,
    recordKind: record_kind,
    recordId: record_id,
    why: row.why,
    people: row.people,
    paper: row.paper,
    at: row.at,
    device: row.device,
    actorId: actor_id,
    actorName: actor_name ?? '',
    type: type ?? '',
    details: details === null ? {} : readOwnJson<LogDetails>(details),
  }))
}

/**
 * How often each person looked since then; all of them, not only those that desks still hold a line of. The photos of
 * one home are one look, however many there are. Papers are not counted here: a dispatch desk prints dozens of work
 * orders in its first hour, which would make the warning one that nobody reads, and each has a number of its own.
 */
export function countLooks(tx: Tx, since: string): Promise<{ name: string; count: number }[]> {
  const sql = `select coalesce(max(e.actor_name), '') as name, count(distinct case l.what
      when 'photo' then 'photos of ' || coalesce(json_extract(e.details, '$.need'), l.record_id) else l.id end) as count
    from access_log l left join event_log e on e.seq = l.seq where l.at > ? and l.what <> 'paper' group by l.actor_id order by count desc`
  return rowsOf(tx, sql, [since])
}

/** The papers with a number since that instant, and of which kind each was. */
export function papersSince(tx: Tx, since: string): Promise<{ paper: number; kind: string }[]> {
  const sql = 'select paper, record_kind as kind from access_log where paper is not null and at >= ? order by paper'
  return rowsOf(tx, sql, [since])
}

interface Looking {
  readonly at: string
  readonly device: string
  readonly actorId: string
  readonly actorName: string
  readonly type: string
  readonly details: LogDetails
}
