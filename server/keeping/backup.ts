import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  copyInto,
  type FileFacts,
  factsOf,
  headAt,
  isWhole,
  linesUpTo,
  openToRead,
} from '#server/database/copy-file.ts'
import {
  type Backup,
  backupName,
  listBackups,
  listPieces,
  pruneBackups,
  shortCenter,
  sweepUnfinished,
  unfinishedName,
} from '#server/keeping/backups.ts'
import { syncAlong } from '#server/keeping/sync-along.ts'
import { syncFile, syncFolder } from '#server/keeping/sync-file.ts'
import { newSecret } from '#shared/core/ids.ts'
import type { BackupReason } from '#shared/keeping/copies.ts'
import {
  copyDiffers,
  copyFailed,
  emptierThanCopies,
  folderMissing,
  notSetUpYet,
} from '#shared/keeping/copy-problems.ts'

/** What is copied, where to, and why. */
export interface BackupRequest {
  file: string
  key: string
  folder: string
  /** Another disk or stick; '' where there is none. */
  secondFolder: string
  reason: BackupReason
  at: string
  /** A copy that holds less than those before it is made for whoever has said that this is meant. */
  emptierIsMeant: boolean
}

/** What came of it; the second folder may fail alone. */
export interface MadeBackup {
  name: string
  path: string
  facts: FileFacts
  second: 'none' | 'done' | 'missing' | 'failed'
}

/** Lies in a second folder since it was chosen: a folder without it is the place where a stick was. */
export const folderMark = 'sasae-backups.txt'

/**
 * Makes a copy beside the running center and gives it its name only after it was read again and compared. Runs in a
 * thread of its own or in a program of its own, never in the server's.
 */
export function makeBackup(request: BackupRequest): MadeBackup {
  const { folder, key, reason, at } = request
  // Where the data was taken away, no new folder may stand in its place.
  if (!existsSync(request.file)) throw copyFailed({ reason: 'ENOENT' })
  mkdirSync(folder, { recursive: true })
  sweepUnfinished(folder)
  const unfinished = join(folder, unfinishedName(newSecret()))
  try {
    const facts = copyAndCompare(request.file, key, unfinished)
    if (facts.centerId === '') throw notSetUpYet({})
    if (!request.emptierIsMeant) refuseEmptier(facts, unfinished, listBackups(folder))
    const name = backupName({ centerId: facts.centerId, seq: facts.seq, at, reason })
    const path = join(folder, name)
    giveName(unfinished, path)
    pruneBackups(folder)
    return { name, path, facts, second: toSecondFolder(request, path, facts) }
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** Copies what the source holds at one moment, and proves it page by page and line by line. */
function copyAndCompare(file: string, key: string, target: string): FileFacts {
  const source = openToRead(file, key)
  try {
    const before = factsOf(source)
    const stopSync = syncAlong(target)
    try {
      copyInto(source, target)
    } finally {
      stopSync()
    }
    syncFile(target)
    const facts = readBack(target, key)
    // The center may have gone on meanwhile; its log only grows, so that the same beginning is the same history.
    if (facts.head !== headAt(source, facts.seq)) throw copyDiffers({})
    if (facts.lines !== linesUpTo(source, facts.seq)) throw copyDiffers({})
    if (facts.seq === before.seq && !sameCounts(facts, before)) throw copyDiffers({})
    return facts
  } finally {
    source.close()
  }
}

function sameCounts(one: FileFacts, other: FileFacts): boolean {
  const counts = ['persons', 'attendances', 'needs', 'teams', 'epoch', 'centerId'] as const
  return counts.every((name) => one[name] === other[name])
}

/** Opens a copy as whoever will need it one day, and reads all of it. */
function readBack(path: string, key: string): FileFacts & { lines: number } {
  const copy = openToRead(path, key)
  try {
    if (!isWhole(copy)) throw copyDiffers({})
    const facts = factsOf(copy)
    return { ...facts, lines: linesUpTo(copy, facts.seq) }
  } finally {
    copy.close()
  }
}

export function giveName(unfinished: string, path: string): void {
  if (existsSync(path)) throw copyDiffers({})
  renameSync(unfinished, path)
  syncFolder(join(path, '..'))
}

/** An emptied file must not pass for the newest copy without a word. */
function refuseEmptier(facts: FileFacts, path: string, earlier: readonly Backup[]): void {
  const own = earlier.filter(({ center }) => center === shortCenter(facts.centerId))
  const most = Math.max(0, ...own.map(({ seq }) => seq))
  const halfOfLargest = Math.max(0, ...own.map(({ bytes }) => bytes)) / 2
  if (facts.seq < most || statSync(path).size < halfOfLargest) throw emptierThanCopies({ seq: facts.seq, most })
}

function toSecondFolder(request: BackupRequest, path: string, facts: FileFacts): MadeBackup['second'] {
  const { secondFolder, key } = request
  if (secondFolder === '') return 'none'
  try {
    copyToFolder(path, key, secondFolder, facts)
    pruneBackups(secondFolder)
    letGoOfOlder(secondFolder, facts.seq, shortCenter(facts.centerId))
    return 'done'
  } catch (error) {
    return error instanceof Error && error.message === folderMissing.code ? 'missing' : 'failed'
  }
}

/** What a full copy holds itself is needed no longer. */
function letGoOfOlder(folder: string, seq: number, own: string): void {
  for (const piece of listPieces(folder))
    if (piece.center === own && piece.seq <= seq) rmSync(piece.path, { force: true })
}

/** Carries a finished copy to another disk: written, read again from there, and only then named. */
function copyToFolder(path: string, key: string, folder: string, facts: FileFacts): void {
  if (!existsSync(join(folder, folderMark))) throw folderMissing({ folder })
  sweepUnfinished(folder)
  const unfinished = join(folder, unfinishedName(newSecret()))
  try {
    copyFileSync(path, unfinished)
    syncFile(unfinished)
    if (readBack(unfinished, key).head !== facts.head) throw copyDiffers({})
    giveName(unfinished, join(folder, path.split(/[\\/]/).at(-1) ?? ''))
  } finally {
    rmSync(unfinished, { force: true })
  }
}
