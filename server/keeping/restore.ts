import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { changeKey, type FileFacts, factsOf, openToRead } from '#server/database/copy-file.ts'
import { migrate } from '#server/database/migrate.ts'
import { type Db, kyselyOver, openDatabaseFile } from '#server/database/open.ts'
import { afterRestore } from '#server/keeping/after-restore.ts'
import { sweepUnfinished, unfinishedName } from '#server/keeping/backups.ts'
import { raiseEpoch } from '#server/keeping/epoch.ts'
import { compareWithPresent, type Relation } from '#server/keeping/inspect-copy.ts'
import { syncFile, syncFolder } from '#server/keeping/sync-file.ts'
import { placeWhole } from '#server/keeping/whole-copy.ts'
import { newSecret } from '#shared/core/ids.ts'
import { copyDiffers } from '#shared/keeping/copy-problems.ts'

/** Which copy takes the place of which file. Nobody may have the file open. */
export interface RestoreRequest {
  dataFile: string
  key: string
  copy: string
  /** The key of the copy, where it is another one. */
  copyKey?: string
  at: string
  because: 'restored' | 'takenOver'
}

export interface Restored {
  /** What was here before; undefined where it could not be read. */
  before: FileFacts | undefined
  after: FileFacts
  relation: Relation
  /** Where the file lies that was here before; undefined where there was none. */
  aside: string | undefined
}

/**
 * Puts a copy in the place of the center's file: prepares it beside, reads it whole, keeps the present file under
 * another name, and changes both in one step that a power cut cannot halve.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const { dataFile, key, copy, copyKey = key, at } = request
  const folder = dirname(dataFile)
  sweepUnfinished(folder)
  const prepared = join(folder, unfinishedName(newSecret()))
  try {
    placeWhole(copy, copyKey, prepared)
    const { copy: promised, now, relation } = compareWithPresent(dataFile, key, prepared, copyKey, basename(copy))
    if (copyKey !== key) changeKey(prepared, copyKey, key)
    await prepare(prepared, request, Math.max(promised.epoch, now?.epoch ?? 0))
    syncFile(prepared)
    const after = readFacts(prepared, key)
    if (!isPromised(after, promised)) throw copyDiffers({})
    settle(dataFile, key)
    const aside = putAside(dataFile, at)
    renameSync(prepared, dataFile)
    syncFolder(folder)
    return { before: now, after, relation, aside }
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${prepared}${end}`, { force: true })
  }
}

/** Brings the copy to this version's schema, makes it the newest of its center, and erases again what was erased. */
async function prepare(file: string, request: RestoreRequest, highest: number): Promise<void> {
  const db = kyselyOver(openDatabaseFile(file, request.key))
  const replaced = openReplaced(request)
  try {
    await migrate(db)
    const from = basename(request.copy)
    await raiseEpoch(db, { above: highest, because: request.because, at: request.at, restoredFrom: from })
    for (const step of afterRestore) await step(db, replaced)
    await db.executeQuery(CompiledQuery.raw('pragma wal_checkpoint(truncate)'))
  } finally {
    await db.destroy()
    await replaced?.destroy()
  }
}

function openReplaced({ dataFile, key }: RestoreRequest): Db | undefined {
  if (!existsSync(dataFile)) return undefined
  try {
    return kyselyOver(openToRead(dataFile, key))
  } catch {
    return undefined
  }
}

function readFacts(file: string, key: string): FileFacts {
  const driver = openToRead(file, key)
  try {
    return factsOf(driver)
  } finally {
    driver.close()
  }
}

function isPromised(after: FileFacts, promised: FileFacts): boolean {
  return after.centerId === promised.centerId && after.seq === promised.seq && after.head === promised.head
}

/** Folds what still lies beside the file into it, so that the file alone is the whole of it; a damaged one stays as it is. */
function settle(dataFile: string, key: string): void {
  if (!existsSync(dataFile)) return
  try {
    openDatabaseFile(dataFile, key).close()
  } catch {
    // What cannot be opened is put aside together with what lies beside it.
  }
}

/**
 * Keeps the present file under a name of its own, never deleted. The file stays in its place until the other one takes
 * it; what lay beside it goes first, for it must never be read together with another file.
 */
function putAside(dataFile: string, at: string): string | undefined {
  if (!existsSync(dataFile)) return undefined
  const aside = join(dirname(dataFile), `aside_${at.replaceAll(/[-:.]/g, '')}_${basename(dataFile)}`)
  keepUnder(dataFile, aside)
  for (const end of ['-wal', '-shm']) {
    if (existsSync(`${dataFile}${end}`)) renameSync(`${dataFile}${end}`, `${aside}${end}`)
  }
  syncFolder(dirname(dataFile))
  return aside
}

function keepUnder(file: string, other: string): void {
  try {
    linkSync(file, other)
  } catch {
    // A disk without second names for one file: the old name is free for a moment.
    renameSync(file, other)
  }
}
