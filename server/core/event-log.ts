import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { type Actor, actorId, actorName } from '#server/core/actor.ts'
import { hashToken } from '#server/core/secret.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { Tx } from '#server/database/record-table.ts'
import type { LogEntry } from '#shared/center/center.ts'
import type { CommandDefinition, Envelope } from '#shared/core/command.ts'
import { readOwnJson } from '#shared/core/json.ts'
import type { First } from '#shared/core/problem.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'

/** A line of the log that is found again when a command is sent twice. */
export interface SeenCommand {
  seq: number
  bodyHash: string
  actorId: string | null
  answer: unknown
}

/** An input without its secrets at any depth: what tells a resend from another act. */
export function withoutSecrets(command: CommandDefinition, input: unknown): string {
  return JSON.stringify(input, (key, value: unknown) => (command.secret.includes(key) ? undefined : value))
}

/**
 * What the log keeps of an input: the fields that the command knows, and none of its secrets. Of a token of 128 bits
 * the hash stays, so that history can tell who came with the same link; a PIN leaves nothing, it could be guessed.
 */
export function keptInput(command: CommandDefinition, input: unknown): string {
  return JSON.stringify(input, (key, value: unknown) => {
    if (!command.secret.includes(key)) return value
    return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value) ? `hash:${hashToken(value)}` : undefined
  })
}

/**
 * The hash that tells a resend from another act under the same id. Secrets are no part of it: whoever held the file
 * could find six digits from their hash by trying them all.
 */
export function bodyHash(type: string, bare: string): string {
  return createHash('sha256').update(`${type} ${bare}`).digest('base64url')
}

/** A stored answer is for its sender; what anyone may send, anyone may send again. */
export function sentBySame(actor: Actor, command: CommandDefinition, seen: SeenCommand): boolean {
  const open = command.may.includes('public') || command.may.includes('setUp')
  return open || seen.actorId === actorId(actor)
}

/** Every act that was ever accepted, by the id of its envelope. */
export async function acceptedIds(tx: Tx): Promise<Set<string>> {
  const { rows } = await tx.executeQuery<{ command_id: string }>(CompiledQuery.raw('select command_id from event_log'))
  return new Set(rows.map((row) => row.command_id))
}

/** What was said in each act of a kind that was accepted since an instant from a device whose name does not begin like these. */
export async function saidElsewhere(
  tx: Tx,
  { type, from, notBy }: { type: string; from: string; notBy: string },
): Promise<unknown[]> {
  const sql =
    'select i.input from event_log l join event_input i on i.seq = l.seq where l.type = ? and l.at >= ? and substr(l.device, 1, ?) <> ?'
  const query = CompiledQuery.raw(sql, [type, from, notBy.length, notBy])
  const { rows } = await tx.executeQuery<{ input: string | null }>(query)
  return rows.flatMap(({ input }) => (input === null ? [] : readOwnJson<unknown>(input)))
}

interface SeenRow {
  seq: number
  body_hash: string
  actor_id: string | null
  answer: string
}

export async function findCommand(tx: Tx, commandId: string): Promise<SeenCommand | undefined> {
  const query = CompiledQuery.raw('select seq, body_hash, actor_id, answer from event_log where command_id = ?', [
    commandId,
  ])
  const [row] = (await tx.executeQuery<SeenRow>(query)).rows
  return row && { seq: row.seq, bodyHash: row.body_hash, actorId: row.actor_id, answer: readOwnJson(row.answer) }
}

const insertLine = `insert into event_log (seq, at, command_id, type, actor_kind, actor_id, actor_name, device, ago_ms,
  happened_at, record_ids, details, body_hash, answer) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const insertInput = 'insert into event_input (seq, input) values (?, ?)'

/** Every act is some milliseconds on its way; from a minute on it waited on a device, and the chronology says so. */
const worthSaying = (agoMs: number | null) => (agoMs !== null && agoMs >= 60_000 ? agoMs : null)

/** What a line of the log is written from besides the act itself. */
interface Written {
  envelope: Envelope
  handler: { command: CommandDefinition }
  kept: string
  hash: string
}

/** Writes the log line of an accepted command, and apart from it the input without its secrets. */
export async function writeLine(
  work: UnitOfWork,
  { envelope, handler: { command }, kept, hash }: Written,
  answer: unknown,
): Promise<LogEntry> {
  const recordIds = [...new Set(work.changes.map(({ record }) => record.id))]
  const happenedAt = work.happenedAt === work.now ? null : work.happenedAt
  const line = [
    work.seq,
    work.now,
    envelope.id,
    command.name,
    work.actor.kind,
    actorId(work.actor),
    actorName(work.actor),
    envelope.device,
    envelope.agoMs ?? null,
    happenedAt,
    JSON.stringify(recordIds),
    JSON.stringify(work.details),
    hash,
    JSON.stringify(answer ?? null),
  ]
  await work.tx.executeQuery(CompiledQuery.raw(insertLine, line))
  if (work.keepsInput) await work.tx.executeQuery(CompiledQuery.raw(insertInput, [work.seq, kept]))
  return {
    id: String(work.seq),
    seq: work.seq,
    at: work.now,
    type: command.name,
    actorName: actorName(work.actor),
    details: work.details,
    happenedAt,
    agoMs: worthSaying(envelope.agoMs ?? null),
  }
}

interface LineRow {
  seq: number
  at: string
  type: string
  actor_name: string
  details: string
  happened_at: string | null
  ago_ms: number | null
}

/** The chronology after a number, oldest first, at most `limit` lines counted from the newest. */
export async function linesSince(tx: Tx, seq: number, limit: number): Promise<LogEntry[]> {
  const query = CompiledQuery.raw(
    'select seq, at, type, actor_name, details, happened_at, ago_ms from event_log where seq > ? order by seq desc limit ?',
    [seq, limit],
  )
  const { rows } = await tx.executeQuery<LineRow>(query)
  return rows.reverse().map(lineOf)
}

/** The chronology before a number, newest first, at most `limit` lines: what desks no longer hold. */
export async function linesBefore(tx: Tx, seq: number, limit: number): Promise<LogEntry[]> {
  const query = CompiledQuery.raw(
    'select seq, at, type, actor_name, details, happened_at, ago_ms from event_log where seq < ? order by seq desc limit ?',
    [seq, limit],
  )
  return (await tx.executeQuery<LineRow>(query)).rows.map(lineOf)
}

function lineOf(row: LineRow): LogEntry {
  return {
    id: String(row.seq),
    seq: row.seq,
    at: row.at,
    type: row.type,
    actorName: row.actor_name,
    details: readOwnJson(row.details),
    happenedAt: row.happened_at,
    agoMs: worthSaying(row.ago_ms),
  }
}

export async function lastSeq(tx: Tx): Promise<number> {
  const { rows } = await tx.executeQuery<{ seq: number | null }>(
    CompiledQuery.raw('select max(seq) as seq from event_log'),
  )
  return rows[0]?.seq ?? 0
}

/** The first act after a number that changed records and is none of these; for saying what made an undo too late. */
export async function firstLineAfter(
  tx: Tx,
  seq: number,
  except: readonly string[],
): Promise<{ type: string; by: string; at: string } | undefined> {
  const marks = except.map(() => '?').join(', ')
  const query = CompiledQuery.raw(
    `select type, actor_name as by_name, at from event_log
      where seq > ? and record_ids <> '[]' and type not in (${marks}) order by seq limit 1`,
    [seq, ...except],
  )
  const [row] = (await tx.executeQuery<{ type: string; by_name: string; at: string }>(query)).rows
  return row && { type: row.type, by: row.by_name, at: row.at }
}

/** Who made the change of that number, by which act, and when; for telling another desk. */
export async function writerOf(tx: Tx, seq: number): Promise<{ name: string; at: string; type: string }> {
  const query = CompiledQuery.raw('select actor_name as name, at, type from event_log where seq = ?', [seq])
  const { rows } = await tx.executeQuery<{ name: string; at: string; type: string }>(query)
  return rows[0] ?? { name: '', at: '', type: '' }
}

/** Who did such an act last, and when, as a refusal says it; nothing where nobody did. */
export async function lastOf(tx: Tx, { name }: CommandDefinition): Promise<{ first?: First }> {
  const query = CompiledQuery.raw(
    'select actor_name as name, at from event_log where type = ? order by seq desc limit 1',
    [name],
  )
  const [row] = (await tx.executeQuery<{ name: string; at: string }>(query)).rows
  return row ? { first: { by: row.name, at: clockOf(row.at, timeZone), act: name } } : {}
}

/** The last line of the log as it lies in the file. */
export async function lastLine<Row>(tx: Tx): Promise<Row | undefined> {
  const query = CompiledQuery.raw('select * from event_log order by seq desc limit 1')
  return (await tx.executeQuery<Row>(query)).rows[0]
}

/** When the last act was written; '' before the first. */
export async function lastActAt(tx: Tx): Promise<string> {
  const { rows } = await tx.executeQuery<{ at: string }>(
    CompiledQuery.raw('select at from event_log order by seq desc limit 1'),
  )
  return rows[0]?.at ?? ''
}
