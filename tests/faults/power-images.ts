import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { Disk } from '#tests/faults/crash-images.ts'
import type { Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { Ledger, rawKey } from '#tests/faults/ledger.ts'
import { isDone, sendLoad, type Told } from '#tests/faults/load.ts'
import { openDay } from '#tests/faults/open-center.ts'
import { readSteps, type Step, straceInto } from '#tests/faults/written.ts'

interface Traced {
  key: string
  before: ReadonlyMap<string, Buffer>
  steps: readonly Step[]
}

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

/** Opens what a power cut may have left, as the server would, and looks for what clients were told. */
function judge(folder: string, key: string, told: number, tally: Tally): void {
  const count = tally.count('images')
  try {
    // Now and then to the end, with everything taken over from the log into the file.
    const image = join(folder, 'image.db')
    const ledger = count % 10 === 0 ? Ledger.recover(image, key) : Ledger.read(image, key)
    tally.fault('violations', 'an image is not whole', ledger.isWhole ? 0 : 1)
    tally.fault('lost', `act ${told} was answered and is gone`, Math.max(0, told - ledger.lastSeq))
    tally.fault('violations', 'an image has a gap', ledger.hasAllUpTo(Math.min(told, ledger.lastSeq)) ? 0 : 1)
    ledger.close()
  } catch (error) {
    tally.fault('violations', `an image cannot be opened: ${String(error)}`)
  }
}

/** What a power cut may leave of the unsynced; a disk without any is the same in every pass. */
function endings(isSettled: boolean, pass: number): readonly ('none' | 'all' | 'some')[] {
  if (isSettled) return pass === 0 ? ['none'] : []
  return pass === 0 ? ['none', 'all', 'some'] : ['some']
}

/** Goes through all that was written once, and cuts the power after every step; answers how many images it made. */
function cutEverywhere({ key, before, steps }: Traced, folder: string, pass: number, budget: number, tally: Tally) {
  const random = new SeededRandom(pass)
  const disk = new Disk(before)
  let told = 0
  let made = 0
  // A budget too small for every step is spread over all of them.
  const share = budget / (steps.length * 2)
  for (const step of steps) {
    disk.take(step)
    if (step.kind === 'told') told = Math.max(told, step.seq)
    if (random.fraction() > share) continue
    for (const kind of endings(disk.isSettled, pass)) {
      if (made >= budget) return made
      disk.writeImage(folder, kind, random)
      judge(folder, key, told, tally)
      made++
    }
  }
  return made
}

/** Cuts the power at every step of a real load, in as many ways as the budget allows. */
export async function cutPowerOnPaper(main: string, images: number, tally: Tally): Promise<void> {
  const traced = await traceServer(main, Math.min(1500, Math.ceil(images / 6)))
  const acts = traced.steps.filter(({ kind }) => kind === 'told').length
  tally.acked(acts)
  const memory = '/dev/shm'
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'sasae-images-'))
  try {
    for (let pass = 0, left = images; left > 0; pass++) left -= cutEverywhere(traced, folder, pass, left, tally)
    tally.aim('images', tally.count('images', 0), images)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
