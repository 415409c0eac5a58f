import { type Opening, openCenter } from '#server/app.ts'
import type { Center } from '#server/core/center.ts'
import type { Clock } from '#server/core/clock.ts'
import { type Outside, theOutside } from '#server/core/outside.ts'
import { openDatabaseFile } from '#server/database/open.ts'
import { Archive } from '#server/keeping/archive.ts'
import type { Keeper } from '#server/keeping/keeper.ts'
import { type HttpsWish, type Served, serveCenter } from '#server/transport/serve.ts'

/** What a center needs to run on a file of its own. */
export interface RunParts {
  file: string
  key: string
  clock: Clock
  port: number
  /** Https for staff devices beside the port. */
  https?: HttpsWish | undefined
  outside?: Outside
  drillRoom?: Opening['drillRoom']
  /** What else looks after the file while this center is open. */
  beside?: (center: Center) => { keeper: Keeper; stop: () => Promise<void> }
}

/** A center on its file and its port, which is closed and opened again around a restore. */
export class RunningCenter {
  readonly archive: Archive
  private readonly parts: RunParts
  private now: { center: Center; served: Served; stop: () => Promise<void> } | undefined
  private ended = false

  private constructor(parts: RunParts) {
    this.parts = parts
    const { file, key, clock } = parts
    this.archive = new Archive({ file, key, clock, replace: (work) => this.replace(work) })
  }

  static async start(parts: RunParts): Promise<RunningCenter> {
    const running = new RunningCenter(parts)
    await running.open(parts.port, parts.https?.port)
    return running
  }

  get center(): Center {
    return this.opened.center
  }

  get served(): Served {
    return this.opened.served
  }

  async close(): Promise<void> {
    this.ended = true
    this.archive.stop()
    await this.closeNow()
  }

  private get opened() {
    if (!this.now) throw new Error('the center is closed')
    return this.now
  }

  private async open(port: number, httpsPort = 0): Promise<void> {
    const { file, key, clock, outside = theOutside, https, drillRoom } = this.parts
    const opening = { driver: openDatabaseFile(file, key), clock, archive: this.archive, drillRoom }
    const center = await openCenter({ ...opening, kind: 'live' })
    const beside = this.parts.beside?.(center)
    const wish = https && { ...https, port: httpsPort }
    const served = await serveCenter(center, port, outside, beside?.keeper ?? null, undefined, this.archive, wish)
    this.now = { center, served, stop: async () => beside?.stop() }
  }

  private async closeNow(): Promise<void> {
    await this.now?.stop()
    await this.now?.served.close()
  }

  /** Whatever comes of the work, the center is there again: with the new file, or with the one it had. */
  private async replace(work: () => Promise<unknown>): Promise<void> {
    const { port, https } = this.served
    await this.closeNow()
    try {
      await work()
    } finally {
      if (!this.ended) await this.open(port, https?.port)
    }
  }
}
