import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { Disk, layImage } from '#tests/faults/crash-images.ts'
import { type FaultResult, Tally } from '#tests/faults/fault-row.ts'
import { Ledger } from '#tests/faults/ledger.ts'
import type { Step } from '#tests/faults/written.ts'

/** What a server had on its disk, and all that it wrote from then on, in order. */
export interface Traced {
  key: string
  before: ReadonlyMap<string, Uint8Array>
  steps: readonly Step[]
}

/** What one of several threads judges: each of them goes through all images, and looks at those that are its own. */
export interface ImageOrder {
  traced: Traced
  images: number
  thread: number
  threads: number
}

/** An image as it lies in a folder, and the last act that a client had been told of by then. */
interface Left {
  folder: string
  key: string
  number: number
  told: number
}

/** Opens what a power cut may have left, as the server would, and looks for what clients were told. */
function judge({ folder, key, number, told }: Left, tally: Tally): void {
  tally.count('images')
  try {
    // Now and then to the end, with everything taken over from the log into the file.
    const image = join(folder, 'image.db')
    const ledger = number % 10 === 0 ? Ledger.recover(image, key) : Ledger.read(image, key)
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

/** Ten images in a row are one thread's: of these one is mended from its log, which takes longer. */
const isOwn = (number: number, { thread, threads }: ImageOrder) => Math.floor(number / 10) % threads === thread

/**
 * Goes through all that was written once, and cuts the power after every step; answers how many images there are by now.
 * Chance is drawn for the images of other threads as well: which images there are does not depend on the threads.
 */
function cutEverywhere(order: ImageOrder, folder: string, pass: number, before: number, tally: Tally): number {
  const { key, steps } = order.traced
  const random = new SeededRandom(pass)
  const disk = new Disk(order.traced.before)
  let told = 0
  let number = before
  // A budget too small for every step is spread over all of them.
  const share = (order.images - before) / (steps.length * 2)
  for (const step of steps) {
    disk.take(step)
    if (step.kind === 'told') told = Math.max(told, step.seq)
    if (random.fraction() > share) continue
    for (const kind of endings(disk.isSettled, pass)) {
      if (number >= order.images) return number
      number++
      const image = disk.imageAfter(kind, random)
      if (!isOwn(number, order)) continue
      layImage(folder, image)
      judge({ folder, key, number, told }, tally)
    }
  }
  return number
}

/** Judges the images that are this thread's own. */
export function judgeImages(order: ImageOrder): FaultResult {
  const tally = new Tally('images')
  const memory = '/dev/shm'
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'sasae-images-'))
  try {
    for (let pass = 0, made = 0; made < order.images; pass++) made = cutEverywhere(order, folder, pass, made, tally)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return tally.result()
}
