import { logBug, onItsOwn } from '#server/core/bug.ts'
import type { Center } from '#server/core/center.ts'
import { isReadWholeLater } from '#server/database/check-file.ts'
import { inCopyThread } from '#server/keeping/in-copy-thread.ts'
import { msBetween } from '#shared/core/time.ts'

/** Whoever waited for the center comes first: after a power cut everybody is back at once. */
const afterMs = 30_000

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** How long after a start a long file is read whole, and how often it is looked whether a day has gone by. */
const readingTimes = { afterMs, everyMs: hourMs }

/**
 * Reads the file whole in a thread of its own: a long one once people are back at work, and every one each day, for a
 * center may stay open for weeks. Damage stops the writing.
 * @returns what calls it off
 */
export function readWholeInTurn(center: Center, file: string, key: string, times = readingTimes): () => void {
  // A start has read whatever is not long.
  let lastAt = center.clock.now()
  const read = () => {
    lastAt = center.clock.now()
    onItsOwn('reading the whole file', readWhole(center, file, key))
  }
  const first = isReadWholeLater(file) ? setTimeout(read, times.afterMs).unref() : undefined
  // By the clock and not by one long timer, which stands still while the laptop sleeps.
  const daily = setInterval(() => {
    if (Math.abs(msBetween(lastAt, center.clock.now())) >= dayMs) read()
  }, times.everyMs).unref()
  return () => {
    clearTimeout(first)
    clearInterval(daily)
  }
}

/** Reads every page of the file beside the running center; what is damaged is said at once. */
export async function readWhole(center: Center, file: string, key: string): Promise<void> {
  const verdict = await inCopyThread('check', { file, key })
  if (verdict === 'damaged' || verdict === 'unreadable') stop(center, 'damaged')
  if (verdict === 'ioError') stop(center, 'ioError')
}

function stop(center: Center, reason: 'damaged' | 'ioError'): void {
  if (center.health.writable) logBug('writing has stopped', new Error(`the whole file was read: ${reason}`))
  center.stopWriting(reason)
}
