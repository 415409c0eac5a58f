import { parentPort, workerData } from 'node:worker_threads'
import { carryOut, type ScoreOrder } from '#drills/summary/score-work.ts'

/** What the thread is told; null where the file is only looked at, as a test does. */
const told = workerData as ScoreOrder | null

/** The thread in which whole drills are told again or played: no desk of the drill waits for it. */
if (parentPort && told?.kind) for await (const said of carryOut(told)) parentPort.postMessage(said)
