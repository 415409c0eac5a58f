import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findCenter } from '#server/center/centers.ts'
import { onItsOwn } from '#server/core/bug.ts'
import type { Center } from '#server/core/center.ts'
import type { Clock } from '#server/core/clock.ts'
import type { FileFacts } from '#server/database/copy-file.ts'
import { folderMark, type MadeBackup } from '#server/keeping/backup.ts'
import { backupFolderOf, listBackups, shortCenter, sweepUnfinished } from '#server/keeping/backups.ts'
import { readEpochState } from '#server/keeping/epoch.ts'
import { inCopyThread } from '#server/keeping/in-copy-thread.ts'
import type { MadeCapsule } from '#server/keeping/make-capsule.ts'
import { MinuteCopies } from '#server/keeping/minute-copies.ts'
import { readWhole } from '#server/keeping/read-whole.ts'
import { type Restored, type RestoreRequest, restoreBackup } from '#server/keeping/restore.ts'
import { newSecret } from '#shared/core/ids.ts'
import { Problem } from '#shared/core/problem.ts'
import { msBetween } from '#shared/core/time.ts'
import type { BackupReason } from '#shared/keeping/copies.ts'
import { copyDiffers, copyFailed } from '#shared/keeping/copy-problems.ts'

/** The file that a center lives in, and how the program puts another one in its place. */
export interface KeptFile {
  file: string
  key: string
  clock: Clock
  /** Closes the center, does this, and opens whatever then lies there. */
  replace: (work: () => Promise<unknown>) => Promise<void>
}

/** A sealed hand-over with the code that opens it, which is kept nowhere but here and on the printed sheet. */
export type Sealed = MadeCapsule & { code: string }

const hourMs = 3_600_000
const lookEveryMs = 60_000

/** Looks after the copies of one center's file; outlives the center that is closed and opened around a restore. */
export class Archive {
  readonly kept: KeptFile
  readonly folder: string
  second: MadeBackup['second'] = 'none'
  problem: Problem | null = null
  busy = 0
  restored: (Restored & { from: string; at: string }) | null = null
  sealed: Sealed | null = null
  sealing: 'none' | 'sealing' | 'failed' = 'none'
  /** The center that lives in the file now. */
  center: Center | undefined
  /** What a device has proved: that another laptop went on with this center, or that two did. */
  met: 'nothing' | 'newer' | 'fork' = 'nothing'
  private readonly minutes = new MinuteCopies(this)
  private triedAt: string | undefined
  private everyMinute: NodeJS.Timeout | undefined
  private queue: Promise<unknown> = Promise.resolve()

  constructor(kept: KeptFile) {
    this.kept = kept
    this.folder = backupFolderOf(kept.file)
    sweepUnfinished(this.folder)
  }

  /** Copies every hour and at the close of each day, whichever center lives in the file. */
  watch(center: Center): void {
    this.center = center
    this.met = 'nothing'
    this.everyMinute ??= setInterval(() => onItsOwn('the copies of this minute', this.minute()), lookEveryMs).unref()
    center.onPatch((patches) => {
      const closed = patches.some(({ records }) =>
        records.some(
          ({ kind, record }) => kind === 'logEntry' && 'type' in record && record.type === 'reports.closeDay',
        ),
      )
      if (closed) void this.makeQuietly('close')
    })
  }

  /** The program ends. */
  stop(): void {
    clearInterval(this.everyMinute)
    this.center = undefined
  }

  /** A minute has passed: a full copy if one is due, and what was written since the last one to the second folder. */
  async minute(): Promise<void> {
    await this.makeIfDue()
    await this.minutes.keep()
  }

  /** An hour counts from the last copy that was proved, however often the program was started since. */
  private async makeIfDue(): Promise<void> {
    const now = this.kept.clock.now()
    const center = this.center && (await this.center.read(findCenter).catch(() => undefined))
    if (!center) return
    const newest = listBackups(this.folder).find((one) => one.center === shortCenter(center.id))
    // One that failed is tried again after an hour as well.
    if (!isHourAgo(newest?.at, now) || !isHourAgo(this.triedAt, now)) return
    this.triedAt = now
    await this.makeQuietly('hourly')
  }

  /** A copy that nobody waits for: what goes wrong is shown to the lead, and stops nobody. */
  async makeQuietly(reason: BackupReason): Promise<void> {
    if (!this.center || this.center.health.seq === 0) return
    // Nothing to copy, and no new folder may stand where the old one is to be put back.
    if (this.center.health.reason === 'folderGone') return
    try {
      const { secondFolder } = await this.center.read(readEpochState)
      await this.makeBackup(reason, { secondFolder, emptierIsMeant: true })
    } catch (error) {
      this.problem ??= asProblem(error)
    }
  }

  /** Makes a copy; one after the other, however many are asked for. */
  makeBackup(
    reason: BackupReason,
    how: { secondFolder: string; emptierIsMeant: boolean },
  ): Promise<MadeBackup & { second: MadeBackup['second'] }> {
    const { file, key, clock } = this.kept
    const asked = { file, key, folder: this.folder, reason, ...how }
    return this.next(async () => {
      const made = (await inCopyThread('backup', { ...asked, at: clock.now() })) as MadeBackup
      this.second = made.second
      return made
    })
  }

  compare(copy: string, copyKey = this.kept.key) {
    const { file: dataFile, key } = this.kept
    return inCopyThread('compare', { dataFile, key, copy, copyKey })
  }

  /** Puts a copy in the place of the file while nobody has it open; what was there stays aside. */
  restore(asked: Pick<RestoreRequest, 'copy' | 'copyKey' | 'because'>): Promise<void> {
    const { file: dataFile, key, clock } = this.kept
    return this.kept.replace(async () => {
      const at = clock.now()
      const restored = await restoreBackup({ dataFile, key, at, ...asked })
      this.restored = { ...restored, from: asked.copy, at }
      this.sealed = null
      this.sealing = 'none'
    })
  }

  /** Seals the file for another laptop; the center writes no more by then. */
  async seal(): Promise<Sealed> {
    const { file, key, clock } = this.kept
    const code = newSecret()
    this.sealing = 'sealing'
    try {
      const asked = { file, key, folder: join(this.folder, '..', 'handover'), capsuleKey: code, at: clock.now() }
      const made = await this.next(() => inCopyThread('capsule', asked))
      this.sealed = { ...(made as MadeCapsule), code }
      this.sealing = 'none'
      return this.sealed
    } catch (error) {
      this.sealing = 'failed'
      throw error
    }
  }

  isPlugged(folder: string): boolean {
    return folder !== '' && existsSync(join(folder, folderMark))
  }

  /** One after the other, so that none reads what another one lets go of. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work)
    this.queue = done.catch(() => undefined)
    return done
  }

  private next<T>(work: () => Promise<T>): Promise<T> {
    this.busy++
    const done = this.inTurn(work)
    this.queue = done.then(
      () => this.settled(null),
      (error: unknown) => this.settled(asProblem(error)),
    )
    return done
  }

  private settled(problem: Problem | null): void {
    this.busy--
    this.problem = problem
    const { center, kept } = this
    // Was it the copy's disk or the file itself? Only reading the file whole tells.
    if (center && (problem?.code === copyFailed.code || problem?.code === copyDiffers.code))
      onItsOwn('reading the whole file', readWhole(center, kept.file, kept.key))
  }
}

function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : copyFailed({ reason: error instanceof Error ? error.message : '' })
}

/** A time that is still to come is of a clock that went wrong, and holds nothing up. */
function isHourAgo(at: string | undefined, now: string): boolean {
  if (at === undefined) return true
  const age = msBetween(at, now)
  return age < 0 || age >= hourMs
}

/** What is shown of a file's facts: the hash as its first letters, and nothing that only programs need. */
export function shownFacts({ centerId: _id, lineage: _lineage, head, ...facts }: FileFacts) {
  return { ...facts, head: head.slice(0, 8) }
}
