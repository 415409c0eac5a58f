import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { typeScriptFlags } from '#server/core/typescript-flags.ts'
import type { TellingWork } from '#server/lookback/telling-work.ts'
import { ending } from '#shared/keeping/problems.ts'

/** From here and from the built file of the server it lies in the same place. */
const script = resolve(import.meta.dirname, '../../server/lookback/telling-worker.ts')

interface Asking {
  done: (answer: never) => void
  failed: (reason: unknown) => void
}

type Said = { id: number; done: never } | { id: number; reason: string }

/** The thread in which history is told, as the server sees it: it is asked, one thing after the other. */
export class TellingThread {
  private readonly worker: Worker
  private readonly asking = new Map<number, Asking>()
  private asked = 0
  /** Why it answers nothing any more. */
  private over: unknown

  constructor(kind: 'live' | 'drill') {
    this.worker = new Worker(script, { workerData: { kind }, ...typeScriptFlags() })
    // A program that has nothing else to do ends without it.
    this.worker.unref()
    this.worker.on('message', (said: Said) => {
      const asking = this.asking.get(said.id)
      this.asking.delete(said.id)
      if ('done' in said) asking?.done(said.done)
      else asking?.failed(new Error(said.reason))
    })
    this.worker.on('error', (error) => this.endWith(error))
    this.worker.on('exit', () => this.endWith(ending({})))
  }

  ask<K extends keyof TellingWork>(kind: K, asked: TellingWork[K]['asked']): Promise<TellingWork[K]['answer']> {
    if (this.over !== undefined) return Promise.reject(this.over)
    return new Promise((done, failed) => {
      const id = this.asked++
      this.asking.set(id, { done, failed })
      this.worker.postMessage({ id, kind, asked })
    })
  }

  /** Ends it; whoever still waits is told that the center is closed. */
  async close(): Promise<void> {
    this.endWith(ending({}))
    await this.worker.terminate()
  }

  private endWith(reason: unknown): void {
    this.over ??= reason
    for (const { failed } of this.asking.values()) failed(this.over)
    this.asking.clear()
  }
}
