import { verifyAccessLog } from '#server/access/access-log.ts'
import { findCenter, findOpenDay } from '#server/center/centers.ts'
import { lastLine } from '#server/core/event-log.ts'
import { answerRead, type Reading } from '#server/core/reads.ts'
import { type LineRow, lineHash } from '#server/database/copy-file.ts'
import { storageFaultOf } from '#server/database/storage-fault.ts'
import type { Archive } from '#server/keeping/archive.ts'
import { listBackups, shortCenter } from '#server/keeping/backups.ts'
import { readEpochState } from '#server/keeping/epoch.ts'
import type { Vitals } from '#server/keeping/vitals.ts'
import { addMinutes, msBetween } from '#shared/core/time.ts'
import { type HealthFacts, readHealth } from '#shared/keeping/health-reads.ts'

/** How the copies stand; null where there is no file to copy. */
async function copies({ tx, now }: Reading, archive: Archive | undefined, runningMs: number, seq: number) {
  if (!archive) return { backup: null, second: null }
  const { secondFolder } = await readEpochState(tx)
  const own = shortCenter((await findCenter(tx))?.id ?? '')
  const newest = listBackups(archive.folder).find(({ center }) => center === own)
  const backup: HealthFacts['backup'] = {
    ageMs: newest ? Math.max(0, msBetween(newest.at, now)) : null,
    behind: Math.max(0, seq - (newest?.seq ?? 0)),
    failed: archive.problem !== null,
    dayOpen: (await findOpenDay(tx)) !== undefined,
    runningMs,
  }
  return { backup, second: secondState(archive, secondFolder) }
}

function secondState(archive: Archive, folder: string): HealthFacts['second'] {
  if (folder === '') return 'none'
  if (!archive.isPlugged(folder)) return 'missing'
  return archive.second === 'failed' ? 'failed' : 'present'
}

function devices({ lines }: Vitals): HealthFacts['devices'] {
  const { waiting, ...held } = lines()
  return {
    ...held,
    waiting: waiting.reduce((sum, { count }) => sum + count, 0),
    oldestMs: Math.max(0, ...waiting.map(({ oldestMs }) => oldestMs)),
  }
}

function clock({ clock: own, voice }: Vitals): HealthFacts['clock'] {
  return own ? { offMs: own.off, aheadMs: own.ahead, answered: voice.state.clock?.answered ?? false } : null
}

function encryption({ certificateDays }: Vitals): Pick<HealthFacts, 'encrypted' | 'certificateDays'> {
  const days = certificateDays()
  return { encrypted: days !== null, certificateDays: days }
}

/** The whole chain is read; once a minute is soon enough for what nobody may change at all. */
async function accessLog({ tx }: Reading, vitals: Vitals): Promise<HealthFacts['accessLog']> {
  if (!vitals.chain || vitals.runningMs - vitals.chain.at > 60_000) {
    const { brokenAt } = await verifyAccessLog(tx)
    vitals.chain = { at: vitals.runningMs, whole: brokenAt === null }
  }
  return vitals.chain.whole ? 'intact' : 'broken'
}

/** Whoever looks whether the center is ill must not be turned away by its illness; the query has told of it by itself. */
async function whileReadable<T>(otherwise: T, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (storageFaultOf(error) === null) throw error
    return otherwise
  }
}

/** What a running center says of itself. */
export async function healthFacts(
  reading: Reading,
  archive: Archive | undefined,
  vitals: Vitals,
): Promise<HealthFacts> {
  const proved = await vitals.prove()
  const line = await whileReadable(undefined, () => lastLine<LineRow>(reading.tx))
  const seq = line?.seq ?? 0
  const kept = await whileReadable({ backup: null, second: null }, () =>
    copies(reading, archive, vitals.runningMs, seq),
  )
  const looks = await whileReadable(null, () => accessLog(reading, vitals))
  // After all the reading, which may have met what stops the writing.
  const { state } = vitals.voice
  const freeBytes = vitals.freeBytes()
  return {
    now: reading.now,
    writing: { reason: state.reason, proved, commitMs: vitals.commitMs },
    room: archive || freeBytes !== null ? { state: state.room, freeBytes } : null,
    disk: vitals.disk,
    ...kept,
    clock: clock(vitals),
    sleep: archive ? { awake: vitals.awake, last: state.slept } : null,
    devices: devices(vitals),
    file: { seq, head: line ? lineHash(line).slice(0, 8) : '', whole: state.reason !== 'damaged' },
    start: { at: addMinutes(reading.now, -vitals.runningMs / 60_000), recovery: state.recovery },
    ...encryption(vitals),
    version: vitals.version,
    accessLog: looks,
  }
}

export const healthReader = (archive: Archive | undefined, vitals: Vitals) =>
  answerRead(readHealth, (reading) => healthFacts(reading, archive, vitals))
