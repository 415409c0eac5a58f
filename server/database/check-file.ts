import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { knownMigrations } from '#server/database/migrate.ts'
import { storageFaultOf } from '#server/database/storage-fault.ts'

/**
 * What a file is found to be before it is opened for writing. `unreadable`: another key's, or its first page is damaged;
 * no one can tell these two apart. `newer`: of a later version of this program.
 */
export type FileVerdict = 'sound' | 'missing' | 'unreadable' | 'damaged' | 'newer' | 'ioError'

const plainBeginning = 'SQLite format 3'

function isPlain(file: string): boolean {
  const handle = openSync(file, 'r')
  const beginning = Buffer.alloc(plainBeginning.length)
  readSync(handle, beginning, 0, plainBeginning.length, 0)
  closeSync(handle)
  return beginning.toString('latin1') === plainBeginning
}

/** A file of years is read whole while people already work; up to this many bytes nobody feels the difference. */
const readWholeAtStart = 32 * 1024 * 1024

const newestLines = 1000

/** Whether a start looks at this file's newest pages only, and leaves the whole of it for afterwards. */
export const isReadWholeLater = (file: string) =>
  (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > readWholeAtStart

/**
 * Reads every page, whose MAC tells damage, and changes nothing: not even the log beside the file is folded in. At the
 * start of a long file it reads the newest lines alone: a page that is damaged stops the center when it is read, and
 * the whole is read soon after.
 */
export function checkFile(file: string, key: string, depth: 'whole' | 'start' = 'whole'): FileVerdict {
  if (!statSync(file, { throwIfNoEntry: false })?.size) return 'missing'
  if (isPlain(file)) return 'unreadable'
  let driver: Database.Database | undefined
  try {
    driver = new Database(file, { readonly: true, fileMustExist: true })
    driver.pragma(`cipher = 'chacha20'`)
    driver.pragma(`key = '${key}'`)
    driver.prepare('select count(*) from sqlite_master').get()
    return verdictOfContent(driver, depth === 'start' && isReadWholeLater(file))
  } catch (error) {
    return verdictOfError(error)
  } finally {
    driver?.close()
  }
}

function verdictOfContent(driver: Database.Database, newestOnly: boolean): FileVerdict {
  try {
    if (newestOnly) driver.prepare(`select * from event_log order by seq desc limit ${newestLines}`).all()
    else if (driver.pragma('quick_check(1)', { simple: true }) !== 'ok') return 'damaged'
    return migrationsIn(driver).every((name) => knownMigrations.includes(name)) ? 'sound' : 'newer'
  } catch (error) {
    return storageFaultOf(error) === 'ioError' ? 'ioError' : 'damaged'
  }
}

function migrationsIn(driver: Database.Database): string[] {
  const table = driver.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get()
  return table ? driver.prepare<[], string>('select name from kysely_migration').pluck().all() : []
}

function verdictOfError(error: unknown): FileVerdict {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'SQLITE_NOTADB' ? 'unreadable' : storageFaultOf(error) === 'ioError' ? 'ioError' : 'damaged'
}

/** Whose the center in a file is and how far it came; undefined before it was set up. */
export function centerIn(file: string, key: string): { centerId: string; name: string; lastSeq: number } | undefined {
  const driver = new Database(file, { readonly: true, fileMustExist: true })
  try {
    driver.pragma(`cipher = 'chacha20'`)
    driver.pragma(`key = '${key}'`)
    const lastSeq = driver.prepare<[], number>('select coalesce(max(seq), 0) from event_log').pluck().get() ?? 0
    const center = driver.prepare<[], { id: string; name: string }>('select id, name from center').get()
    return center && { centerId: center.id, name: center.name, lastSeq }
  } catch {
    // A file that broke off before its first migration holds nobody.
    return undefined
  } finally {
    driver.close()
  }
}
