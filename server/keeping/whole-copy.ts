import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { applyPiece, type PieceFacts, readPiece } from '#server/database/piece-file.ts'
import { isPiece, unfinishedName } from '#server/keeping/backups.ts'
import { compareWithPresent, inspectFile, refuseUnfinished } from '#server/keeping/inspect-copy.ts'
import { newSecret } from '#shared/core/ids.ts'
import { copyDamaged, copyLocked, copyMissing } from '#shared/keeping/copy-problems.ts'

/** Puts a copy at a place as one file: a piece together with the full copy that it goes with, which lies beside it. */
export function placeWhole(copy: string, key: string, target: string): void {
  refuseUnfinished(copy)
  if (isPiece(copy)) placeTogether(copy, key, target)
  else copyFileSync(copy, target)
}

function placeTogether(path: string, key: string, target: string): void {
  const facts = readOrSay(path, key)
  const file = basename(facts.base.name)
  const base = join(dirname(path), file)
  if (!existsSync(base)) throw copyMissing({ file })
  const { seq, head } = inspectFile(base, key)
  if (seq !== facts.base.seq || head !== facts.base.head) throw copyDamaged({ file })
  copyFileSync(base, target)
  if (!bringIn(target, key, { path, facts })) throw copyDamaged({ file: basename(path) })
}

/** With another key nothing can be read, nor where a single bit is another one. */
function readOrSay(path: string, key: string): PieceFacts {
  const file = basename(path)
  let facts: PieceFacts | undefined
  try {
    facts = readPiece(path, key)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') throw copyLocked({ file })
  }
  if (!facts) throw copyDamaged({ file })
  return facts
}

function bringIn(...parts: Parameters<typeof applyPiece>): boolean {
  try {
    return applyPiece(...parts)
  } catch {
    return false
  }
}

/** What would be there after going back to a copy, which is put together for that where it is a piece. */
export function compareCopy(
  dataFile: string,
  key: string,
  copy: string,
  copyKey: string,
): ReturnType<typeof compareWithPresent> {
  refuseUnfinished(copy)
  if (!isPiece(copy)) return compareWithPresent(dataFile, key, copy, copyKey)
  const together = join(dirname(dataFile), unfinishedName(newSecret()))
  try {
    placeWhole(copy, copyKey, together)
    return compareWithPresent(dataFile, key, together, copyKey, basename(copy))
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${together}${end}`, { force: true })
  }
}
