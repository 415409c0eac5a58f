import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { readOwnJson } from '#shared/core/json.ts'

/** The folder belongs to this process until it ends, however it ends. */
export interface FolderLock {
  /** Whether whoever had the folder before ended without saying so: a power cut, a crash, a pulled plug. */
  readonly uncleanBefore: boolean
  /** Notes under which port the center is reached; a second start opens it there. */
  listensAt(port: number): void
  /** Everything was put in order: the next start is an ordinary one. */
  release(): void
}

/** Another process has the folder; 0 where it has not said its port yet. */
export interface HeldElsewhere {
  heldAtPort: number
}

function writeWhole(path: string, text: string): void {
  const file = openSync(`${path}.new`, 'w', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
  renameSync(`${path}.new`, path)
}

function readRunning(path: string): { port: number } | undefined {
  try {
    return readOwnJson(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Under which port a center says it runs on this folder; whether it still does, only asking there shows. */
export const runningPort = (folder: string) => readRunning(join(folder, 'running.json'))?.port

/** Whether a process has the folder now; asking takes and changes nothing. */
export function isHeld(folder: string): boolean {
  try {
    const lock = new Database(join(folder, 'lock'), { readonly: true, fileMustExist: true, timeout: 0 })
    try {
      lock.prepare('select count(*) from sqlite_master').get()
      return false
    } finally {
      lock.close()
    }
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
  }
}

/**
 * Takes the folder for this process. The lock is one of the operating system, taken by SQLite on a file of its own: it is
 * gone with its process, so that no number of a dead process, given to another program since, ever bars the way.
 */
export function lockFolder(folder: string): FolderLock | HeldElsewhere {
  const running = join(folder, 'running.json')
  const lock = new Database(join(folder, 'lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    return { heldAtPort: readRunning(running)?.port ?? 0 }
  }
  const before = readRunning(running)
  writeWhole(running, JSON.stringify({ port: 0 }))
  return {
    uncleanBefore: before !== undefined,
    listensAt: (port) => writeWhole(running, JSON.stringify({ port })),
    release() {
      rmSync(running, { force: true })
      lock.close()
    },
  }
}
