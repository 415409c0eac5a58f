import { lastSeq } from '#server/core/event-log.ts'
import type { Tx } from '#server/database/record-table.ts'
import { linesAfter } from '#server/lookback/log-lines.ts'
import { TellingThread } from '#server/lookback/telling-thread.ts'
import type { TellingWork } from '#server/lookback/telling-work.ts'
import { ending } from '#shared/keeping/problems.ts'

/** Only these take from what was typed into earlier acts (server/privacy/other-tables.ts). */
export const takesFromThePast = (type: string) => type.startsWith('privacy.erase')

/**
 * The history of one center, told in a thread of its own. It goes on from where it stood: after an act only the new lines
 * are told. Where an erasure took from earlier lines it begins anew, for what was told of them must be gone as well.
 */
export class KeptHistory {
  private thread: TellingThread | undefined
  private told = 0
  private last = 0
  /** The last line when this telling began: what was erased before then was never told. */
  private begunAt = 0
  private isClosed = false
  /** One thing at a time. */
  private turn: Promise<unknown> = Promise.resolve()
  private readonly kind: 'live' | 'drill'

  constructor(kind: 'live' | 'drill') {
    this.kind = kind
  }

  /** How far it has come, by the numbers of the log's lines. */
  get progress(): { told: number; of: number } {
    return { told: this.told, of: this.last }
  }

  /** Fulfilled when everything is told that has happened by now. */
  upToNow(tx: Tx): Promise<void> {
    return this.inTurn(async () => void (await this.tellNew(tx)))
  }

  /** Tells what is new, and asks. */
  ask<K extends keyof TellingWork>(tx: Tx, kind: K, asked: TellingWork[K]['asked']): Promise<TellingWork[K]['answer']> {
    return this.inTurn(async () => (await this.tellNew(tx)).ask(kind, asked))
  }

  /** Somebody was erased: what was told of them goes at once, though nobody look back for days. */
  forget(): Promise<void> {
    return this.inTurn(() => this.beginAnew())
  }

  async close(): Promise<void> {
    this.isClosed = true
    await this.beginAnew()
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = this.turn.then(act)
    this.turn = next.catch(() => undefined)
    return next
  }

  private async tellNew(tx: Tx): Promise<TellingThread> {
    if (this.isClosed) throw ending({})
    this.last = await lastSeq(tx)
    while (this.told < this.last) {
      const lines = await linesAfter(tx, this.told)
      if (lines.some(({ seq, type }) => seq > this.begunAt && takesFromThePast(type)) && this.told > 0) {
        await this.beginAnew()
        continue
      }
      if (this.told === 0) this.begunAt = this.last
      await this.tell(lines)
    }
    return this.open()
  }

  private async tell(lines: Awaited<ReturnType<typeof linesAfter>>): Promise<void> {
    try {
      await this.open().ask('tell', { lines })
      this.told = lines.at(-1)?.seq ?? this.last
    } catch (error) {
      // What failed half-way is told from the beginning by whoever asks next.
      await this.beginAnew()
      throw error
    }
  }

  private open(): TellingThread {
    if (this.isClosed) throw ending({})
    this.thread ??= new TellingThread(this.kind)
    return this.thread
  }

  private async beginAnew(): Promise<void> {
    const { thread } = this
    this.thread = undefined
    this.told = 0
    await thread?.close()
  }
}
