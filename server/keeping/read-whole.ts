import { logBug } from '#server/core/bug.ts'
import type { Center } from '#server/core/center.ts'
import { isReadWholeLater } from '#server/database/check-file.ts'
import { inCopyThread } from '#server/keeping/in-copy-thread.ts'

/** Whoever waited for the center comes first: after a power cut everybody is back at once. */
const afterMs = 30_000

/**
 * Reads a long file whole in a thread of its own, once people are back at work; damage stops the writing.
 * @returns what calls it off
 */
export function readWholeSoon(center: Center, file: string, key: string, waitMs = afterMs): () => void {
  if (!isReadWholeLater(file)) return () => undefined
  const timer = setTimeout(() => void read(center, file, key), waitMs)
  timer.unref()
  return () => clearTimeout(timer)
}

async function read(center: Center, file: string, key: string): Promise<void> {
  try {
    const verdict = await inCopyThread('check', { file, key })
    if (verdict === 'damaged' || verdict === 'unreadable') center.stopWriting('damaged')
    if (verdict === 'ioError') center.stopWriting('ioError')
  } catch (error) {
    logBug('reading the whole file', error)
  }
}
