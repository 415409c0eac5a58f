import { parentPort, workerData } from 'node:worker_threads'
import { openAgain } from '#server/app.ts'
import { Telling } from '#server/lookback/telling.ts'
import { carryOut, type TellingOrder } from '#server/lookback/telling-work.ts'

/** What the thread is told; null where the file is only looked at, as a test does. */
const told = workerData as { kind: 'live' | 'drill' } | null

async function answer(telling: Telling, { id, ...order }: TellingOrder & { id: number }): Promise<void> {
  try {
    const done = await carryOut(telling, order)
    parentPort?.postMessage({ id, done }, done instanceof Uint8Array ? [done.buffer] : [])
  } catch (error) {
    parentPort?.postMessage({ id, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

/** The thread in which history is told: no desk waits for it, however long the log is. */
if (parentPort && told?.kind) {
  const telling = await Telling.begin(openAgain(told.kind))
  let turn = Promise.resolve()
  parentPort.on('message', (order: TellingOrder & { id: number }) => {
    turn = turn.then(() => answer(telling, order))
  })
}
