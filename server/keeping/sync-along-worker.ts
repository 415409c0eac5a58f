import { closeSync, existsSync, fdatasyncSync, openSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

/** Long enough to leave the disk to others, short enough that a piece is a few megabytes. */
const everyMs = 8

const { path, stop } = workerData as { path: string; stop: Int32Array<SharedArrayBuffer> }

function sync(): void {
  if (!existsSync(path)) return
  const file = openSync(path, 'r')
  try {
    fdatasyncSync(file)
  } finally {
    closeSync(file)
  }
}

while (Atomics.wait(stop, 0, 0, everyMs) === 'timed-out') sync()
