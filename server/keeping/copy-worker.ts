import { parentPort, workerData } from 'node:worker_threads'
import { type CopyOrder, carryOut } from '#server/keeping/copy-work.ts'
import { Problem } from '#shared/core/problem.ts'

/** The thread in which copies are made and read: the center goes on meanwhile. */
try {
  parentPort?.postMessage({ done: await carryOut(workerData as CopyOrder) })
} catch (error) {
  const problem = error instanceof Problem ? { code: error.code, status: error.status, details: error.details } : null
  parentPort?.postMessage({ problem, reason: error instanceof Error ? error.message : String(error) })
}
