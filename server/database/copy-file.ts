import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'

type Driver = Database.Database

/** What a file says of itself, by which two copies of one center are told apart and compared. */
export interface FileFacts {
  centerId: string
  centerName: string
  /** The number of its last act, when that was, and a hash of its line in the log. */
  seq: number
  lastAt: string
  head: string
  persons: number
  attendances: number
  needs: number
  teams: number
  epoch: number
  lineage: string
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Opens an encrypted file that is there, and finds out at once whether this is its key. */
export function openKeyed(file: string, key: string, { readonly }: { readonly: boolean }): Driver {
  const driver = new Database(file, { readonly, fileMustExist: true })
  try {
    driver.pragma(`cipher = 'chacha20'`)
    driver.pragma(`key = ${quoted(key)}`)
    driver.prepare('select count(*) from sqlite_master').get()
    return driver
  } catch (error) {
    driver.close()
    throw error
  }
}

/** Opens an encrypted file without the right to change it; beside the writer it sees one moment at a time. */
export const openToRead = (file: string, key: string): Driver => openKeyed(file, key, { readonly: true })

/** Writes everything into a new file under the same key, without stopping whoever writes. */
export function copyInto(driver: Driver, target: string): void {
  driver.exec(`vacuum into ${quoted(target)}`)
}

/** Locks a file that nobody else has open with another key. */
export function changeKey(file: string, from: string, to: string): void {
  const driver = openKeyed(file, from, { readonly: false })
  try {
    driver.pragma('journal_mode = DELETE')
    driver.pragma(`rekey = ${quoted(to)}`)
  } finally {
    driver.close()
  }
}

/** Reads every page with its MAC and checks how they hang together. */
export function isWhole(driver: Driver): boolean {
  return driver.pragma('quick_check', { simple: true }) === 'ok'
}

const hasTable = (driver: Driver, name: string) =>
  driver.prepare(`select 1 from sqlite_master where type = 'table' and name = ?`).get(name) !== undefined

function oneOf<T>(driver: Driver, query: string, ...parameters: unknown[]): T | undefined {
  // The statement names its columns, and the schema their types.
  return driver.prepare(query).get(...parameters) as T | undefined
}

/** What the hash of a line of the log is made from. */
export interface LineRow {
  seq: number
  at: string
  command_id: string
  type: string
  body_hash: string
}

export function lineHash({ seq, at, command_id, type, body_hash }: LineRow): string {
  return createHash('sha256')
    .update(JSON.stringify([seq, at, command_id, type, body_hash]))
    .digest('hex')
}

const lineFields = 'select seq, at, command_id, type, body_hash from event_log'

/** The hash of a line of the log; '' where there is none of that number. */
export function headAt(driver: Driver, seq: number): string {
  const line = oneOf<LineRow>(driver, `${lineFields} where seq = ?`, seq)
  return line ? lineHash(line) : ''
}

/** How many lines the log has up to a number. */
export function linesUpTo(driver: Driver, seq: number): number {
  return oneOf<{ lines: number }>(driver, 'select count(*) as lines from event_log where seq <= ?', seq)?.lines ?? 0
}

/** The steps of the schema that a file has been through. */
export function migrationsOf(driver: Driver): string[] {
  if (!hasTable(driver, 'kysely_migration')) return []
  const rows = driver.prepare('select name from kysely_migration').all() as { name: string }[]
  return rows.map(({ name }) => name)
}

/** The folder of another disk that gets each copy too; null where a file is older than that. */
export function secondFolderOf(driver: Driver): string | null {
  if (!hasTable(driver, 'keeping_state')) return null
  return oneOf<{ second_folder: string }>(driver, 'select second_folder from keeping_state')?.second_folder ?? null
}

/** Reads what a file says of itself, at one moment. */
export function factsOf(driver: Driver): FileFacts {
  return driver.transaction(() => readFacts(driver))()
}

function readFacts(driver: Driver): FileFacts {
  const center = oneOf<{ id: string; name: string }>(driver, 'select id, name from center')
  const line = oneOf<LineRow>(driver, `${lineFields} order by seq desc limit 1`)
  const count = (table: string) => oneOf<{ n: number }>(driver, `select count(*) as n from ${table}`)?.n ?? 0
  const state = hasTable(driver, 'keeping_state')
    ? oneOf<{ epoch: number; lineage: string }>(driver, 'select epoch, lineage from keeping_state')
    : undefined
  const { id: centerId, name: centerName } = center ?? { id: '', name: '' }
  return {
    centerId,
    centerName,
    ...(line ? { seq: line.seq, lastAt: line.at, head: lineHash(line) } : { seq: 0, lastAt: '', head: '' }),
    persons: count('person'),
    attendances: count('attendance'),
    needs: count('need'),
    teams: count('team'),
    ...(state ?? { epoch: 1, lineage: '' }),
  }
}
