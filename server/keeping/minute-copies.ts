import { findCenter } from '#server/center/centers.ts'
import type { Center } from '#server/core/center.ts'
import type { Clock } from '#server/core/clock.ts'
import type { MadeBackup } from '#server/keeping/backup.ts'
import { listCopies, shortCenter } from '#server/keeping/backups.ts'
import { readEpochState } from '#server/keeping/epoch.ts'
import { inCopyThread } from '#server/keeping/in-copy-thread.ts'
import type { MadePiece } from '#server/keeping/make-piece.ts'
import { Problem } from '#shared/core/problem.ts'
import { addMinutes } from '#shared/core/time.ts'
import { folderMissing } from '#shared/keeping/copy-problems.ts'

/** From here on a new full copy costs a stick less than what is written again each minute. */
const largeBytes = 8 * 1024 ** 2
const largePart = 1 / 8

/** A full copy that could not be brought to the stick is not tried again each minute. */
const fullAgainAfterMinutes = 10

/** What looks after all copies of a center's file. */
interface Archive {
  readonly kept: { file: string; key: string; clock: Clock }
  readonly folder: string
  readonly center: Center | undefined
  second: MadeBackup['second']
  inTurn<T>(work: () => Promise<T>): Promise<T>
  makeQuietly(reason: 'hourly'): Promise<void>
}

/** Brings to the second folder each minute what was written since the last full copy there (decision 0033). */
export class MinuteCopies {
  private readonly archive: Archive
  private fullNotBefore = ''
  private atWork = false

  constructor(archive: Archive) {
    this.archive = archive
  }

  /** One minute has passed. What goes wrong is said on 元気ですか, and tried again in a minute. */
  async keep(): Promise<void> {
    // A slow stick may take longer than a minute.
    if (this.atWork) return
    this.atWork = true
    try {
      await this.keepMinute()
    } finally {
      this.atWork = false
    }
  }

  private async keepMinute(): Promise<void> {
    const due = await this.whatIsDue()
    if (!due) return
    try {
      const made = await this.makePiece(due.centerId, due.secondFolder)
      if (made.kind === 'made') this.archive.second = 'done'
      if (made.kind === 'noBase' || isLarge(made)) await this.makeFull()
    } catch (error) {
      const isMissing = error instanceof Problem && error.code === folderMissing.code
      this.archive.second = isMissing ? 'missing' : 'failed'
    }
  }

  /** undefined where there is no second folder, or where it holds every act already. */
  private async whatIsDue(): Promise<{ centerId: string; secondFolder: string } | undefined> {
    const { center } = this.archive
    if (!center || center.health.reason === 'folderGone') return undefined
    const centerId = (await center.read(findCenter))?.id
    const { secondFolder } = await center.read(readEpochState)
    if (centerId === undefined || secondFolder === '') return undefined
    return isReached(secondFolder, centerId, center.health.seq) ? undefined : { centerId, secondFolder }
  }

  private makePiece(centerId: string, secondFolder: string): Promise<MadePiece> {
    const { archive } = this
    const { file, key, clock } = archive.kept
    const asked = { file, key, centerId, folder: archive.folder, secondFolder }
    return archive.inTurn(() => inCopyThread('piece', { ...asked, at: clock.now() }))
  }

  private async makeFull(): Promise<void> {
    const now = this.archive.kept.clock.now()
    if (now < this.fullNotBefore) return
    this.fullNotBefore = addMinutes(now, fullAgainAfterMinutes)
    await this.archive.makeQuietly('hourly')
  }
}

const isLarge = ({ bytes, baseBytes }: { bytes: number; baseBytes: number }) =>
  bytes > Math.max(largeBytes, baseBytes * largePart)

/** Whether the newest copy there ends with the last act; after going back to an earlier one it may lie ahead. */
function isReached(folder: string, centerId: string, seq: number): boolean {
  const newest = listCopies(folder).find(({ center }) => center === shortCenter(centerId))
  return newest?.seq === seq
}
