import { writeFileSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { isWhole, type LineRow, lineHash, openKeyed, openToRead, quoted } from '#server/database/copy-file.ts'
import { readOwnJson } from '#shared/core/json.ts'

type Driver = Database.Database

/** What a piece says of itself: which copy it goes with, and how far the two reach together. */
export interface PieceFacts {
  base: { name: string; seq: number; head: string }
  seq: number
  head: string
  /** How many had been erased by then: an older piece may still hold what a newer one does not. */
  erased: number
  /** How many rows each table must have once the piece is in its place. */
  rows: Record<string, number>
}

interface Sources {
  key: string
  /** The center's own file, which goes on being written. */
  live: string
  base: { name: string; path: string }
}

interface Column {
  name: string
  type: string
  pk: number
}

const named = (name: string) => `"${name.replaceAll('"', '""')}"`

function attach(driver: Driver, as: string, path: string, key: string): void {
  driver.exec(`attach ${quoted(path)} as ${as} key ${quoted(key)}`)
}

/** Never makes a file where there is none, nor does what is attached to it. */
const openWhatIsThere = (file: string, key: string): Driver => openKeyed(file, key, { readonly: false })

function oneOf<T>(driver: Driver, query: string, ...parameters: unknown[]): T | undefined {
  // The statement names its one column, and the schema its type.
  return driver
    .prepare(query)
    .pluck()
    .get(...parameters) as T | undefined
}

const tablesOf = (driver: Driver, schema: string) =>
  driver
    .prepare(`select name from ${schema}.sqlite_master where type = 'table' order by name`)
    .pluck()
    .all() as string[]

const columnsOf = (driver: Driver, schema: string, table: string) =>
  driver.pragma(`${schema}.table_info(${named(table)})`) as Column[]

function lastLine(driver: Driver, schema: string): LineRow | undefined {
  return driver.prepare<[], LineRow>(`select * from ${schema}.event_log order by seq desc limit 1`).get()
}

/** A file of another version, or of another course of events, is no ground for a piece. */
function isBaseOf(driver: Driver, last: LineRow): boolean {
  const schemaOf = (schema: string) =>
    JSON.stringify(driver.prepare(`select name, sql from ${schema}.sqlite_master order by name`).all())
  if (schemaOf('main') !== schemaOf('base')) return false
  const same = driver.prepare<[number], LineRow>('select * from main.event_log where seq = ?').get(last.seq)
  return same !== undefined && lineHash(same) === lineHash(last)
}

/** Pictures are written once under their own id, so that their length tells; everything else is compared as it is. */
const differs = ({ name, type }: Column) =>
  type.toLowerCase() === 'blob'
    ? `length(n.${named(name)}) is not length(b.${named(name)})`
    : `n.${named(name)} is not b.${named(name)}`

function takeDifferences(driver: Driver, table: string): number {
  const columns = columnsOf(driver, 'main', table)
  const keys = columns.filter(({ pk }) => pk > 0)
  if (keys.length === 0) throw new Error(`rows of ${table} cannot be told apart`)
  const same = keys.map(({ name }) => `n.${named(name)} = b.${named(name)}`).join(' and ')
  const first = named(keys[0]?.name ?? '')
  const changed = [`b.${first} is null`, ...columns.filter(({ pk }) => pk === 0).map(differs)].join(' or ')
  const [live, base] = [`main.${named(table)}`, `base.${named(table)}`]
  driver.exec(`create table piece.${named(`new ${table}`)} as
    select n.* from ${live} n left join ${base} b on ${same} where ${changed}`)
  driver.exec(`create table piece.${named(`gone ${table}`)} as
    select ${keys.map(({ name }) => `b.${named(name)}`).join(', ')} from ${base} b left join ${live} n on ${same}
    where n.${first} is null`)
  for (const kind of ['new', 'gone']) {
    const own = `piece.${named(`${kind} ${table}`)}`
    if (oneOf(driver, `select 1 from ${own} limit 1`) === undefined) driver.exec(`drop table ${own}`)
  }
  return oneOf<number>(driver, `select count(*) from ${live}`) ?? 0
}

/** All at one moment of the center's file; undefined where the copy is no ground for it. */
function fill(driver: Driver, { base }: Sources): PieceFacts | undefined {
  const now = lastLine(driver, 'main')
  const last = lastLine(driver, 'base')
  if (!now || !last || !isBaseOf(driver, last)) return undefined
  const rows: PieceFacts['rows'] = {}
  for (const table of tablesOf(driver, 'main')) rows[table] = takeDifferences(driver, table)
  const facts: PieceFacts = {
    base: { name: base.name, seq: last.seq, head: lineHash(last) },
    seq: now.seq,
    head: lineHash(now),
    erased: rows.erasure ?? 0,
    rows,
  }
  driver.exec('create table piece.piece (facts text not null)')
  driver.prepare('insert into piece.piece values (?)').run(JSON.stringify(facts))
  return facts
}

/**
 * Writes what has changed since a copy was made into a file of its own, locked with the same key: every row that is new
 * or another one, and the ids of those that are gone. Reads beside the center, which goes on.
 */
export function writePiece(target: string, sources: Sources): PieceFacts | undefined {
  writeFileSync(target, '')
  const driver = openWhatIsThere(sources.live, sources.key)
  try {
    attach(driver, 'base', sources.base.path, sources.key)
    attach(driver, 'piece', target, sources.key)
    // Until it has its name it may be lost at any moment; then it is brought to the disk and read again.
    driver.pragma('piece.journal_mode = OFF')
    driver.pragma('piece.synchronous = OFF')
    return driver.transaction(() => fill(driver, sources))()
  } finally {
    driver.close()
  }
}

/** What a piece says of itself; undefined where it is not whole. */
export function readPiece(path: string, key: string): PieceFacts | undefined {
  const driver = openToRead(path, key)
  try {
    if (!isWhole(driver)) return undefined
    return readOwnJson<PieceFacts>(oneOf<string>(driver, 'select facts from piece') ?? '')
  } finally {
    driver.close()
  }
}

function bringIn(driver: Driver, tables: readonly string[], table: string): void {
  const own = `main.${named(table)}`
  const keys = columnsOf(driver, 'main', table).filter(({ pk }) => pk > 0)
  const names = keys.map(({ name }) => named(name)).join(', ')
  const added = `new ${table}`
  for (const from of [`gone ${table}`, added]) {
    if (tables.includes(from))
      driver.exec(`delete from ${own} where (${names}) in (select ${names} from piece.${named(from)})`)
  }
  if (tables.includes(added)) driver.exec(`insert into ${own} select * from piece.${named(added)}`)
}

/** What may only ever be added to was added to by the center itself; here the rules rest while its rows are brought in. */
function withoutTriggers(driver: Driver, work: () => void): void {
  const triggers = driver
    .prepare<[], { name: string; sql: string }>(`select name, sql from main.sqlite_master where type = 'trigger'`)
    .all()
  for (const { name } of triggers) driver.exec(`drop trigger main.${named(name)}`)
  work()
  for (const { sql } of triggers) driver.exec(sql)
}

/**
 * Brings a piece into the copy that it goes with, a file that nobody else has open.
 * @returns whether everything is there afterwards
 */
export function applyPiece(file: string, key: string, piece: { path: string; facts: PieceFacts }): boolean {
  const driver = openWhatIsThere(file, key)
  try {
    driver.pragma('foreign_keys = OFF')
    driver.pragma('secure_delete = ON')
    attach(driver, 'piece', piece.path, key)
    const tables = tablesOf(driver, 'piece')
    const { seq, head, rows } = piece.facts
    driver.transaction(() =>
      withoutTriggers(driver, () => {
        for (const table of Object.keys(rows)) bringIn(driver, tables, table)
      }),
    )()
    const counted = Object.entries(rows).every(
      ([table, count]) => oneOf<number>(driver, `select count(*) from main.${named(table)}`) === count,
    )
    const last = lastLine(driver, 'main')
    return counted && last?.seq === seq && lineHash(last) === head
  } finally {
    driver.close()
  }
}
