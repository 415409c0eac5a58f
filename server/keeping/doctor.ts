import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { factsOf, isWhole, openToRead } from '#server/database/copy-file.ts'
import { runningPort } from '#server/database/folder-lock.ts'
import { backupFolderOf, listBackups, shortCenter } from '#server/keeping/backups.ts'
import { roomFor } from '#server/keeping/disk-room.ts'
import { msBetween } from '#shared/core/time.ts'
import { checksOf, lightOf } from '#shared/keeping/health.ts'
import type { HealthFacts } from '#shared/keeping/health-reads.ts'
import { checkSentence, checkTitles, healthTexts, lightWords } from '#shared/texts/health.ts'

interface Patient {
  file: string
  key: string
  now: string
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
function readStopped({ file, key, now }: Patient): HealthFacts {
  const { bavail, bsize } = statfsSync(dirname(file))
  const freeBytes = bavail * bsize
  const { whole, seq, head, centerId } = readFile(file, key)
  const newest = listBackups(backupFolderOf(file)).find(({ center }) => center === shortCenter(centerId))
  return {
    now,
    writing: null,
    room: { state: roomFor(freeBytes), freeBytes },
    backup: {
      ageMs: newest ? Math.max(0, msBetween(newest.at, now)) : null,
      behind: Math.max(0, seq - (newest?.seq ?? 0)),
      failed: false,
      dayOpen: false,
      runningMs: null,
    },
    second: null,
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

/** A file that cannot be read is as good as damaged: a person must look. */
function readFile(file: string, key: string) {
  try {
    const driver = openToRead(file, key)
    try {
      return { whole: isWhole(driver), ...factsOf(driver) }
    } finally {
      driver.close()
    }
  } catch {
    return { whole: false, seq: 0, head: '', centerId: '' }
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
