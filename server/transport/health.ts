import { CompiledQuery } from 'kysely'
import type { Center } from '#server/core/center.ts'
import { monotonicMilliseconds } from '#server/core/clock.ts'

interface State {
  ok: boolean
  /** The log's last number. */
  seq: number
  /** When the last act became durable; null since this start if there was none. */
  lastWrite: string | null
}

/** Answers whether the center can be read, at most one real probe a second however often it is asked. */
export class Health {
  private readonly center: Center
  private probed: { at: number; readable: boolean } | undefined

  constructor(center: Center) {
    this.center = center
  }

  async read(): Promise<State> {
    const now = monotonicMilliseconds()
    if (!this.probed || now - this.probed.at > 1000) this.probed = { at: now, readable: await this.probe() }
    const { seq, lastWrite, writable } = this.center.health
    return { ok: this.probed.readable && writable, seq, lastWrite }
  }

  private async probe(): Promise<boolean> {
    try {
      await this.center.db.executeQuery(CompiledQuery.raw('select max(seq) from event_log'))
      return true
    } catch {
      return false
    }
  }
}
