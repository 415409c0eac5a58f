import Database from 'better-sqlite3'
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely'
import type { Schema } from '#server/database/schema.ts'

/** The center's database as the rest of the server knows it. */
export type Db = Kysely<Schema>

type Driver = Database.Database

/**
 * Kysely prepares a statement anew for every query, which costs about as much as the query itself.
 * The same text is prepared once here; slices do not notice (measured in docs/architecture.md).
 */
function withPreparedStatements(driver: Driver) {
  const prepared = new Map<string, Database.Statement>()
  return {
    close: () => void driver.close(),
    prepare(sql: string) {
      let statement = prepared.get(sql)
      if (!statement) {
        statement = driver.prepare(sql)
        if (prepared.size < 2000) prepared.set(sql, statement)
      }
      return statement
    },
  }
}

function configure(driver: Driver) {
  driver.pragma('journal_mode = WAL')
  // The driver is compiled with NORMAL as its default in WAL mode: a power cut would lose acknowledged acts.
  driver.pragma('synchronous = FULL')
  driver.pragma('fullfsync = ON')
  driver.pragma('checkpoint_fullfsync = ON')
  driver.pragma('foreign_keys = ON')
  driver.pragma('secure_delete = ON')
}

/** Opens a center's file, encrypted with a MAC on every page: damage is noticed, not served. */
export function openDatabaseFile(file: string, key: string): Driver {
  const driver = new Database(file)
  driver.pragma(`cipher = 'chacha20'`)
  driver.pragma(`key = '${key.replaceAll("'", "''")}'`)
  // The first read decides whether the key fits and the file is whole.
  driver.prepare('select count(*) from sqlite_master').get()
  configure(driver)
  return driver
}

/** Opens a copy of a plain template in memory; only for tests. */
export function openDatabaseCopy(template: Buffer): Driver {
  const driver = new Database(template)
  driver.pragma('foreign_keys = ON')
  return driver
}

/** An empty database in memory, for making the template. */
export function openEmptyDatabase(): Driver {
  return new Database(':memory:')
}

/** Kysely holds that SQLite cannot change its form inside a transaction, and would leave half an upgrade after a kill. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

class Dialect extends SqliteDialect {
  override createAdapter() {
    return new TransactionalAdapter()
  }
}

/** @param onError hears of every query that failed, whoever asked it. */
export function kyselyOver(driver: Driver, onError?: (error: unknown) => void): Db {
  const dialect = new Dialect({ database: withPreparedStatements(driver) })
  if (!onError) return new Kysely<Schema>({ dialect })
  return new Kysely<Schema>({ dialect, log: (event) => void (event.level === 'error' && onError(event.error)) })
}
