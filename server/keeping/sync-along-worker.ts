import { closeSync, existsSync, fdatasyncSync, openSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

/** Long enough to leave the disk to others, short enough that a piece is a few megabytes. */
const everyMs = 8

/** What the thread is told; null where the file is only looked at, as a test does. */
const told = workerData as { path: string; stop: Int32Array<SharedArrayBuffer> } | null

function sync(path: string): void {
  if (!existsSync(path)) return
  const file = openSync(path, 'r')
  try {
    fdatasyncSync(file)
  } finally {
    closeSync(file)
  }
}

while (told?.stop && Atomics.wait(told.stop, 0, 0, everyMs) === 'timed-out') sync(told.path)
