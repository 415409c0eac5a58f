import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { typeScriptFlags } from '#server/core/typescript-flags.ts'
import type { FaultResult, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { rawKey } from '#tests/faults/ledger.ts'
import { isDone, sendLoad, type Told } from '#tests/faults/load.ts'
import { openDay } from '#tests/faults/open-center.ts'
import type { ImageOrder, Traced } from '#tests/faults/power-judging.ts'
import { readSteps, straceInto } from '#tests/faults/written.ts'

/** Runs a server under strace until so many acts are done; answers all that it wrote, in order. */
async function traceServer(main: string, acts: number): Promise<Traced> {
  const server = new FaultServer(main)
  const trace = join(server.folder, 'trace')
  try {
    await server.start()
    const cookie = await openDay(server)
    await server.kill()
    const paths = [server.file, `${server.file}-wal`].filter((path) => existsSync(path))
    const before = new Map(paths.map((path) => [path, readFileSync(path)]))
    await server.start({ under: straceInto(trace) })
    const enough = (told: readonly Told[]) => told.filter(isDone).length >= acts
    await sendLoad(server, { clients: 16, cookie, random: new SeededRandom(acts), enough })
    await server.kill()
    return { key: rawKey(server.file, server.key), before, steps: await readSteps(trace) }
  } finally {
    await server.remove()
  }
}

const script = join(import.meta.dirname, 'power-worker.ts')

/** Has a part of the images judged in a thread of its own. */
function inThread(order: ImageOrder): Promise<FaultResult> {
  return new Promise((done, failed) => {
    const worker = new Worker(script, { workerData: order, ...typeScriptFlags() })
    worker.once('message', done)
    worker.once('error', failed)
    worker.once('exit', (code) => failed(new Error(`a thread that judges images ended with ${code}`)))
  })
}

/** As many as the weakest laptop has cores. */
const threads = 2

/** Cuts the power at every step of a real load, in as many ways as the budget allows. */
export async function cutPowerOnPaper(main: string, images: number, tally: Tally): Promise<void> {
  const traced = await traceServer(main, Math.min(1500, Math.ceil(images / 6)))
  const acts = traced.steps.filter(({ kind }) => kind === 'told').length
  tally.acked(acts)
  const shares = Array.from({ length: threads }, (_, thread) => inThread({ traced, images, thread, threads }))
  for (const result of await Promise.all(shares)) tally.takeOver(result)
  tally.aim('images', tally.count('images', 0), images)
}
