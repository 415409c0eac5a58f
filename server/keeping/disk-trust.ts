import { logBug } from '#server/core/bug.ts'
import { inCopyThread } from '#server/keeping/in-copy-thread.ts'
import type { Vitals } from '#server/keeping/vitals.ts'

/** Whoever waited for the center comes first; nobody looks at this light in the first seconds. */
const afterMs = 10_000

/**
 * Measures once, in the thread for copies, and tells the health page.
 * @returns what calls it off
 */
export function measureDiskSoon(vitals: Vitals, folder: string, floor: number, waitMs = afterMs): () => void {
  const measure = async () => {
    try {
      const microseconds = await inCopyThread('fsync', { folder })
      vitals.disk = microseconds === null ? null : { microseconds, floor }
    } catch (error) {
      logBug('measuring the disk', error)
    }
  }
  const timer = setTimeout(() => void measure(), waitMs)
  timer.unref()
  return () => clearTimeout(timer)
}
