import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { typeScriptFlags } from '#server/core/typescript-flags.ts'

/** From here and from the built file of the server it lies in the same place. */
const script = resolve(import.meta.dirname, '../../server/keeping/sync-along-worker.ts')

/**
 * Brings a file to the disk while it grows, piece by piece, until the answer is called. A hundred megabytes that go
 * there at once would stand in the way of every act that waits for its own few bytes.
 */
export function syncAlong(path: string): () => void {
  // The thread that writes the file hears nothing until it is done; a shared cell tells the other one to stop.
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(script, { workerData: { path, stop }, ...typeScriptFlags() })
  // A copy is whole without it: where it fails, the last sync takes longer.
  worker.on('error', () => undefined)
  worker.unref()
  return () => {
    Atomics.store(stop, 0, 1)
    Atomics.notify(stop, 0)
  }
}
