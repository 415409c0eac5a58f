import { logBug } from '#server/core/bug.ts'
import type { OpenCenter } from '#server/core/open-center.ts'

/**
 * Does something again and again, by itself, for as long as the center is open. A restore or a hand-over closes one
 * center and opens another in the same process: what looked after the first must not go on over its closed file.
 */
export function whileOpen(center: OpenCenter, everyMs: number, where: string, work: () => Promise<unknown>): void {
  const { closed } = center
  const once = () =>
    work().catch((error: unknown) => {
      if (!closed.aborted) logBug(where, error)
    })
  // The process ends with its server; nothing waits for this.
  const timer = setInterval(() => void once(), everyMs).unref()
  closed.addEventListener('abort', () => clearInterval(timer))
}
