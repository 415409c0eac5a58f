import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DrillFolder } from '#drills/core/drill-folder.ts'
import type { Scenario } from '#drills/core/scenario.ts'
import type { Said, ScoreOrder } from '#drills/summary/score-work.ts'
import { logBug } from '#server/core/bug.ts'
import { typeScriptFlags } from '#server/core/typescript-flags.ts'
import type { ComparedWith } from '#server/lookback/compared.ts'
import type { Score } from '#shared/lookback/figure.ts'

/** From here and from the built file of the server it lies in the same place. */
const script = resolve(import.meta.dirname, '../../drills/summary/score-worker.ts')

interface Running {
  over: Promise<void>
  stop(): void
}

/** Has an order carried out in a thread of its own, and hears what it says. */
function inThread(order: ScoreOrder, hear: (said: Said) => void): Running {
  const worker = new Worker(script, { workerData: order, ...typeScriptFlags() })
  worker.on('message', hear)
  const over = new Promise<void>((done, failed) => {
    worker.once('error', failed)
    worker.once('exit', () => done())
  })
  return { over, stop: () => void worker.terminate() }
}

/** What a drill is held against: asked for once, when the first report is opened, and added to as it is found. */
export function comparedInThread(scenario: Scenario, file: string | undefined): ComparedWith {
  const others: Said[] = []
  let running: Running | undefined
  let isDone = false
  return {
    now() {
      if (!running) {
        running = inThread({ kind: 'beside', scenario, file }, (said) => others.push(said))
        running.over
          .catch((error: unknown) => logBug('looking back at earlier drills', error))
          .finally(() => {
            isDone = true
          })
      }
      return { others: [...others], isDone }
    },
    stop: () => running?.stop(),
  }
}

/** Seals a drill off the server's own thread; answers what it came to. */
export async function sealInThread({ file, key }: Pick<DrillFolder, 'file' | 'key'>): Promise<Score> {
  let score: Score | undefined
  await inThread({ kind: 'seal', file, key }, (said) => {
    score = said.score
  }).over
  if (!score) throw new Error('a drill was sealed and said nothing')
  return score
}
