import { findCenter } from '#server/center/centers.ts'
import { logBug, onItsOwn } from '#server/core/bug.ts'
import type { Center } from '#server/core/center.ts'
import { readEpochState } from '#server/keeping/epoch.ts'
import { knownCenters, rememberCenter } from '#server/keeping/sentinel.ts'

const everyMs = 5000

/** Notes every few seconds, apart from the data, how far the center has come; a start that finds less says so. */
export class Memory {
  private readonly center: Center
  private readonly configFolder: string
  private readonly file: string
  private readonly timer: ReturnType<typeof setInterval>
  private noted = -1

  constructor(center: Center, configFolder: string, file: string) {
    this.center = center
    this.configFolder = configFolder
    this.file = file
    this.timer = setInterval(() => onItsOwn('the note of how far the center came', this.note()), everyMs)
    this.timer.unref()
  }

  /** How far this center had come when it was last noted; 0 where it never was. */
  async rememberedSeq(): Promise<number> {
    const id = (await findCenter(this.center.db))?.id
    return knownCenters(this.configFolder).find(({ centerId }) => centerId === id)?.lastSeq ?? 0
  }

  async note(): Promise<void> {
    const { seq, lastWrite } = this.center.health
    if (seq === this.noted) return
    const found = await findCenter(this.center.db)
    if (!found) return
    const { id: centerId, name } = found
    const at = lastWrite ?? this.center.clock.now()
    const { secondFolder } = await this.center.read(readEpochState)
    const known = { centerId, name, file: this.file, secondFolder, lastSeq: seq, at, leftBehind: false }
    rememberCenter(this.configFolder, known)
    this.noted = seq
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.note().catch((error: unknown) => logBug('the last note of how far the center came', error))
  }
}
