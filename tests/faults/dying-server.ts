import { setTimeout as pause } from 'node:timers/promises'
import type { Tally } from '#tests/faults/fault-row.ts'
import type { FaultServer } from '#tests/faults/fault-server.ts'

/** Lets the server die over and over while something is done; it is up again afterwards. */
export async function whileItDies<T>(
  server: FaultServer,
  { tally, lifeMs }: { tally: Tally; lifeMs: number },
  work: () => Promise<T>,
): Promise<T> {
  const done = new AbortController()
  const dying = async () => {
    while (!done.signal.aborted) {
      await pause(lifeMs, undefined, { signal: done.signal }).catch(() => undefined)
      await server.kill()
      tally.cycle()
      await server.start()
    }
  }
  const end = dying()
  try {
    return await work()
  } finally {
    done.abort()
    await end
  }
}
