import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type FileFacts, factsOf, headAt, isWhole, migrationsOf, openToRead } from '#server/database/copy-file.ts'
import { knownMigrations } from '#server/database/migrate.ts'
import {
  copyDamaged,
  copyEmpty,
  copyLocked,
  copyMissing,
  copyNewer,
  copyUnfinished,
} from '#shared/keeping/copy-problems.ts'

const firstBytes = 4096

/**
 * Reads a copy whole before anything is done with it. Whatever is wrong with it is said in a sentence, and nothing has
 * changed by then.
 */
export function inspectCopy(path: string, key: string): FileFacts {
  refuseUnfinished(path)
  return inspectFile(path, key)
}

export function refuseUnfinished(path: string): void {
  const file = basename(path)
  if (!existsSync(path)) throw copyMissing({ file })
  if (file.startsWith('unfinished-')) throw copyUnfinished({ file })
}

/** The same for a file that has no name of its own yet; `file` is what it is called in front of people. */
export function inspectFile(path: string, key: string, file = basename(path)): FileFacts {
  if (statSync(path).size < firstBytes) throw copyDamaged({ file })
  const copy = openOrSay(path, key, file)
  try {
    return readWhole(copy, file)
  } finally {
    copy.close()
  }
}

function readWhole(copy: ReturnType<typeof openToRead>, file: string): FileFacts {
  const whole = orElse(
    () => isWhole(copy),
    () => false,
  )
  if (!whole) throw copyDamaged({ file })
  if (migrationsOf(copy).some((name) => !knownMigrations.includes(name))) throw copyNewer({ file })
  const facts = orElse(
    () => factsOf(copy),
    () => undefined,
  )
  if (!facts || facts.centerId === '') throw copyEmpty({ file })
  return facts
}

/** With another key nothing of a file can be read; where the beginning can, something after it is broken. */
function openOrSay(path: string, key: string, file: string) {
  try {
    return openToRead(path, key)
  } catch (error) {
    const unreadable = error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB'
    throw unreadable ? copyLocked({ file }) : copyDamaged({ file })
  }
}

function orElse<T, F>(attempt: () => T, otherwise: () => F): T | F {
  try {
    return attempt()
  } catch {
    return otherwise()
  }
}

/**
 * How two files of one center stand to each other: whether the copy is an earlier moment of what is here, a later one,
 * or whether both went on by themselves from a common beginning.
 */
export type Relation = 'same' | 'earlier' | 'later' | 'forked' | 'otherCenter' | 'unknown'

/** What is here now, and how a copy stands to it; `now` is undefined where the present file cannot be read. */
export function compareWithPresent(
  dataFile: string,
  key: string,
  path: string,
  copyKey: string,
  file = basename(path),
): { copy: FileFacts; now: FileFacts | undefined; relation: Relation } {
  const copy = inspectFile(path, copyKey, file)
  const present = existsSync(dataFile)
    ? orElse(
        () => openToRead(dataFile, key),
        () => undefined,
      )
    : undefined
  if (!present) return { copy, now: undefined, relation: 'unknown' }
  try {
    const now = factsOf(present)
    const common = headAt(present, copy.seq)
    return { copy, now, relation: relationOf(copy, now, common, () => headIn(path, copyKey, now.seq)) }
  } catch {
    return { copy, now: undefined, relation: 'unknown' }
  } finally {
    present.close()
  }
}

function headIn(path: string, key: string, seq: number): string {
  const copy = openToRead(path, key)
  try {
    return headAt(copy, seq)
  } finally {
    copy.close()
  }
}

function relationOf(copy: FileFacts, now: FileFacts, commonHead: string, headOfNow: () => string): Relation {
  if (now.centerId === '') return 'unknown'
  if (copy.centerId !== now.centerId) return 'otherCenter'
  if (copy.head === now.head) return 'same'
  if (copy.seq < now.seq) return commonHead === copy.head ? 'earlier' : 'forked'
  return copy.seq > now.seq && headOfNow() === now.head ? 'later' : 'forked'
}
