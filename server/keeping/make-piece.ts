import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type PieceFacts, readPiece, writePiece } from '#server/database/piece-file.ts'
import { folderMark, giveName } from '#server/keeping/backup.ts'
import {
  type Backup,
  listBackups,
  listPieces,
  pieceName,
  shortCenter,
  sweepUnfinished,
  unfinishedName,
} from '#server/keeping/backups.ts'
import { syncFile } from '#server/keeping/sync-file.ts'
import { newSecret } from '#shared/core/ids.ts'
import { copyDiffers, copyFailed, folderMissing } from '#shared/keeping/copy-problems.ts'

/** What was written since the last full copy, and where to. */
export interface PieceRequest {
  file: string
  key: string
  centerId: string
  /** Where this laptop's own full copies lie: each is read here rather than from the stick. */
  folder: string
  secondFolder: string
  at: string
}

/** `noBase`: there is no full copy yet that a piece could go with. */
export type MadePiece = { kind: 'made'; seq: number; bytes: number; baseBytes: number } | { kind: 'noBase' }

/**
 * Writes into the second folder what has changed since the newest full copy there, reads it again, and only then gives
 * it its name. Each piece holds all of that time, so that none needs the one before it.
 */
export function makePiece(request: PieceRequest): MadePiece {
  const { file, key, secondFolder, centerId, at } = request
  if (!existsSync(file)) throw copyFailed({ reason: 'ENOENT' })
  if (!existsSync(join(secondFolder, folderMark))) throw folderMissing({ folder: secondFolder })
  sweepUnfinished(secondFolder)
  const base = listBackups(secondFolder).find(({ center }) => center === shortCenter(centerId))
  if (!base) return { kind: 'noBase' }
  const unfinished = join(secondFolder, unfinishedName(newSecret()))
  try {
    const facts = writePiece(unfinished, { key, live: file, base: { name: base.name, path: nearest(base, request) } })
    if (!facts) return { kind: 'noBase' }
    syncFile(unfinished)
    if (!isDeepStrictEqual(readPiece(unfinished, key), facts)) throw copyDiffers({})
    const name = pieceName({ centerId, seq: facts.seq, at })
    giveName(unfinished, join(secondFolder, name))
    letGo(request, facts)
    const bytes = listPieces(secondFolder).find((one) => one.name === name)?.bytes ?? 0
    return { kind: 'made', seq: facts.seq, bytes, baseBytes: base.bytes }
  } finally {
    rmSync(unfinished, { force: true })
  }
}

function nearest({ name, path }: Backup, { folder }: PieceRequest): string {
  const here = join(folder, name)
  return existsSync(here) ? here : path
}

/** Should the newest be damaged one day, the one before it lacks a minute. */
const keptPieces = 3

/** Older ones go; those from before an erasure at once, for they still hold whom the newest no longer knows. */
function letGo({ secondFolder, centerId, key }: PieceRequest, newest: PieceFacts): void {
  const own = listPieces(secondFolder).filter(({ center }) => center === shortCenter(centerId))
  for (const [place, { path }] of own.entries())
    if (place >= keptPieces || erasedBy(path, key) !== newest.erased) rmSync(path, { force: true })
}

function erasedBy(path: string, key: string): number | undefined {
  try {
    return readPiece(path, key)?.erased
  } catch {
    // Damaged, or of another key: of no use to anybody.
    return undefined
  }
}
