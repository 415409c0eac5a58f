import { statSync } from 'node:fs'
import type { Center } from '#server/core/center.ts'

const everyMs = 1000

/** Which file lies there, whatever its name; '' where none can be reached. */
function markOf(file: string): string {
  try {
    const found = statSync(file, { bigint: true })
    return `${found.dev} ${found.ino}`
  } catch {
    return ''
  }
}

/**
 * Notices that the data was taken away under the running center: a stick was pulled, a folder moved. Looked at before
 * each commit, which costs a few hundredths of it, and every second where nobody acts.
 * @returns what calls it off
 */
export function watchFolder(center: Center, file: string): () => void {
  const own = markOf(file)
  center.vitals.isThere = () => markOf(file) === own
  const timer = setInterval(() => center.lookForFile(), everyMs).unref()
  return () => clearInterval(timer)
}
