import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { monotonicMilliseconds } from '#server/core/clock.ts'

const rounds = 21
const page = Buffer.alloc(4096, 's')

function timeRounds(path: string): number[] {
  const file = openSync(path, 'w', 0o600)
  try {
    return Array.from({ length: rounds }, () => {
      const began = monotonicMilliseconds()
      writeSync(file, page)
      fsyncSync(file)
      return (monotonicMilliseconds() - began) * 1000
    })
  } finally {
    closeSync(file)
    rmSync(path, { force: true })
  }
}

/**
 * How many microseconds a page takes until the disk says that it holds it: the median of a few, each of which makes the
 * file longer, so that its entry has to be written as well. null where nothing can be written.
 */
export function fsyncMicroseconds(folder: string): number | null {
  try {
    const sorted = timeRounds(join(folder, 'fsync-probe')).toSorted((one, other) => one - other)
    return sorted[Math.floor(rounds / 2)] ?? null
  } catch {
    return null
  }
}
