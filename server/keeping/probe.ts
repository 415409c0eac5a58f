import { CompiledQuery } from 'kysely'
import type { Center } from '#server/core/center.ts'
import { monotonicMilliseconds } from '#server/core/clock.ts'
import { storageFaultOf } from '#server/database/storage-fault.ts'

interface State {
  ok: boolean
  /** The log's last number. */
  seq: number
  /** When the last act became durable; null since this start if there was none. */
  lastWrite: string | null
}

const atMostEveryMs = 1000

const look = CompiledQuery.raw('select max(seq) from event_log')
/** One row that is written over and over: durable as every act, and nothing grows. */
const write = CompiledQuery.raw('update heartbeat set beat = beat + 1 where id = 1')

/** Whether the center can be read and written: really read and written, at most once a second. */
export class Probe {
  private readonly center: Center
  private probed: { at: number; ok: Promise<boolean> } | undefined

  constructor(center: Center) {
    this.center = center
  }

  async read(): Promise<State> {
    const ok = (await this.prove()) && this.center.health.writable
    const { seq, lastWrite } = this.center.health
    return { ok, seq, lastWrite }
  }

  prove(): Promise<boolean> {
    const now = monotonicMilliseconds()
    if (!this.probed || now - this.probed.at > atMostEveryMs) this.probed = { at: now, ok: this.tryBoth() }
    return this.probed.ok
  }

  private async tryBoth(): Promise<boolean> {
    try {
      await this.center.db.executeQuery(look)
      // What has stopped stays stopped: no write may come after one that failed.
      if (!this.center.health.writable) return false
      const begun = monotonicMilliseconds()
      await this.center.db.executeQuery(write)
      this.center.vitals.committed(monotonicMilliseconds() - begun)
      return true
    } catch (error) {
      const fault = storageFaultOf(error)
      if (fault === 'full') this.center.keeping.say({ room: 'full' })
      else this.center.noticeFault(error)
      return false
    }
  }
}
