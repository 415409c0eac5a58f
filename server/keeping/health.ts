import { CompiledQuery } from 'kysely'
import { verifyAccessLog } from '#server/access/access-log.ts'
import { findCenter, findOpenDay } from '#server/center/centers.ts'
import { lastLine } from '#server/core/event-log.ts'
import { answerRead, type Reading } from '#server/core/reads.ts'
import { type LineRow, lineHash } from '#server/database/copy-file.ts'
import { storageFaultOf } from '#server/database/storage-fault.ts'
import type { Archive } from '#server/keeping/archive.ts'
import { listBackups, listCopies, shortCenter } from '#server/keeping/backups.ts'
import { readEpochState } from '#server/keeping/epoch.ts'
import type { Vitals } from '#server/keeping/vitals.ts'
import { addMinutes, msBetween } from '#shared/core/time.ts'
import { type HealthFacts, readHealth } from '#shared/keeping/health-reads.ts'

/** How the copies stand; null where there is no file to copy. */
async function copies({ tx, now }: Reading, archive: Archive | undefined, runningMs: number, seq: number) {
  if (!archive) return { backup: null, second: null, secondCopy: null }
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
  const second = secondState(archive, secondFolder)
  const secondCopy = archive.isPlugged(secondFolder) ? await reachOf({ tx, now }, { secondFolder, own, seq }) : null
  return { backup, second, secondCopy }
}

/** How far the second folder reaches, and for how long the first act after that has waited. */
async function reachOf(
  { tx, now }: Pick<Reading, 'tx' | 'now'>,
  of: { secondFolder: string; own: string; seq: number },
): Promise<HealthFacts['secondCopy']> {
  const newest = listCopies(of.secondFolder).find(({ center }) => center === of.own)
  const reached = newest?.seq ?? 0
  const { rows } = await tx.executeQuery<{ at: string }>(CompiledQuery.raw(firstAfter, [reached]))
  const waitingMs = rows[0] ? Math.max(0, msBetween(rows[0].at, now)) : 0
  return { at: newest?.at ?? null, behind: Math.max(0, of.seq - reached), waitingMs }
}

const firstAfter = 'select at from event_log where seq > ? order by seq limit 1'

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
  const kept = await whileReadable({ backup: null, second: null, secondCopy: null }, () =>
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
