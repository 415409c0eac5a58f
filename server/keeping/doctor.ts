import { constants, copyFileSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { factsOf, isWhole, openToRead, secondFolderOf } from '#server/database/copy-file.ts'
import { isHeld, runningPort } from '#server/database/folder-lock.ts'
import { folderMark } from '#server/keeping/backup.ts'
import { backupFolderOf, listBackups, listCopies, shortCenter } from '#server/keeping/backups.ts'
import { roomFor } from '#server/keeping/disk-room.ts'
import { fsyncMicroseconds } from '#server/keeping/fsync-probe.ts'
import { msBetween } from '#shared/core/time.ts'
import { checksOf, lightOf } from '#shared/keeping/health.ts'
import type { HealthFacts } from '#shared/keeping/health-reads.ts'
import { checkSentence, checkTitles, healthTexts, lightWords } from '#shared/texts/health.ts'

interface Patient {
  file: string
  key: string
  now: string
  fsyncFloor: number
}

const patienceMs = 5000

/** What the center that runs on this folder says of itself; undefined where none runs, or none answers. */
async function askRunning(file: string): Promise<HealthFacts | undefined> {
  const port = runningPort(dirname(file))
  if (port === undefined || port === 0) return undefined
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const answer = await fetch(`http://localhost:${port}/api/keeping/health`, { signal })
    return answer.ok ? ((await answer.json()) as HealthFacts) : undefined
  } catch {
    return undefined
  }
}

/** Reads a file that nobody has open, without the right to change it. */
function readStopped({ file, key, now, fsyncFloor: floor }: Patient): HealthFacts {
  const { bavail, bsize } = statfsSync(dirname(file))
  const freeBytes = bavail * bsize
  const { whole, seq, head, centerId, lastAt, secondFolder } = readFile(file, key)
  const microseconds = fsyncMicroseconds(dirname(file))
  const newest = listBackups(backupFolderOf(file)).find(({ center }) => center === shortCenter(centerId))
  return {
    now,
    writing: null,
    room: { state: roomFor(freeBytes), freeBytes },
    disk: microseconds === null ? null : { microseconds, floor },
    backup: {
      ageMs: newest ? Math.max(0, msBetween(newest.at, now)) : null,
      behind: Math.max(0, seq - (newest?.seq ?? 0)),
      failed: false,
      dayOpen: false,
      runningMs: null,
    },
    ...secondOf(secondFolder, { own: shortCenter(centerId), seq, waitingMs: Math.max(0, msBetween(lastAt, now)) }),
    clock: null,
    sleep: null,
    devices: null,
    file: { seq, head: head.slice(0, 8), whole },
    start: { at: null, recovery: null },
    encrypted: null,
    certificateDays: null,
    version: '',
    accessLog: null,
  }
}

/** How far the second folder reaches; nothing of it where the file does not say which one that is. */
function secondOf(
  folder: string | null,
  { own, seq, waitingMs }: { own: string; seq: number; waitingMs: number },
): Pick<HealthFacts, 'second' | 'secondCopy'> {
  if (folder === null) return { second: null, secondCopy: null }
  if (folder === '') return { second: 'none', secondCopy: null }
  if (!existsSync(join(folder, folderMark))) return { second: 'missing', secondCopy: null }
  const newest = listCopies(folder).find(({ center }) => center === own)
  const behind = Math.max(0, seq - (newest?.seq ?? 0))
  return { second: 'present', secondCopy: { at: newest?.at ?? null, behind, waitingMs: behind > 0 ? waitingMs : 0 } }
}

/**
 * Even a reader leaves its `-wal` and `-shm` beside a file, and takes them away only where it may write. So the doctor
 * reads what it copied elsewhere, as encrypted as it is here; and here after all where there is no room for that, or
 * where a center that did not answer may be writing.
 */
function readApart<T>(file: string, read: (path: string) => T): T {
  if (isHeld(dirname(file))) return read(file)
  const folder = mkdtempSync(join(tmpdir(), 'sasae-doctor-'))
  try {
    return read(copyApart(file, folder) ?? file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function copyApart(file: string, folder: string): string | undefined {
  const path = join(folder, basename(file))
  try {
    copyFileSync(file, path, constants.COPYFILE_FICLONE)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${path}-wal`)
    return path
  } catch {
    return undefined
  }
}

/** A file that cannot be read is as good as damaged: a person must look. */
function readFile(file: string, key: string) {
  try {
    return readApart(file, (path) => {
      const driver = openToRead(path, key)
      try {
        return { whole: isWhole(driver), ...factsOf(driver), secondFolder: secondFolderOf(driver) }
      } finally {
        driver.close()
      }
    })
  } catch {
    return { whole: false, seq: 0, head: '', centerId: '', lastAt: '', secondFolder: null }
  }
}

const exitCodes = { green: 0, yellow: 1, red: 2 } as const

/** 元気ですか in the terminal: the same rules and the same words. */
export async function examine(patient: Patient): Promise<{ lines: string[]; exitCode: number }> {
  const facts = (existsSync(patient.file) ? await askRunning(patient.file) : undefined) ?? readStopped(patient)
  const checks = checksOf(facts)
  const light = lightOf(checks)
  const lines = checks.map(
    (check) => `[${lightWords[check.light]}] ${checkTitles[check.name]}: ${checkSentence(check, facts)}`,
  )
  return { lines: [`${healthTexts.title} — ${healthTexts.overall[light]}`, ...lines], exitCode: exitCodes[light] }
}
