import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { typeScriptFlags } from '#server/core/typescript-flags.ts'
import type { CopyWork } from '#server/keeping/copy-work.ts'
import { Problem } from '#shared/core/problem.ts'
import { copyFailed } from '#shared/keeping/copy-problems.ts'

/** From here and from the built file of the server it lies in the same place. */
const script = resolve(import.meta.dirname, '../../server/keeping/copy-worker.ts')

interface Refused {
  problem: { code: string; status: number; details: object } | null
  reason: string
}

/** Has something done in a thread of its own, so that nobody at a desk waits for a disk. */
export function inCopyThread<K extends keyof CopyWork>(
  kind: K,
  asked: CopyWork[K]['asked'],
): Promise<CopyWork[K]['answer']> {
  return new Promise((done, failed) => {
    const worker = new Worker(script, { workerData: { kind, asked }, ...typeScriptFlags() })
    worker.once('message', (said: { done: CopyWork[K]['answer'] } | Refused) => {
      if ('done' in said) done(said.done)
      else failed(problemOf(said))
    })
    worker.once('error', failed)
    worker.once('exit', () => failed(copyFailed({ reason: 'exit' })))
  })
}

function problemOf({ problem, reason }: Refused): Problem {
  return problem ? new Problem(problem.code, problem.status, problem.details) : copyFailed({ reason })
}
