import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SeededRandom } from '#drills/core/seeded-random.ts'
import type { Step } from '#tests/faults/written.ts'

const sector = 512

type Change = Extract<Step, { kind: 'write' | 'truncate' }>

/** A file as a disk has it: what is certainly there, and what was written since and may be there or not. */
interface OnDisk {
  durable: Uint8Array
  pending: Change[]
}

const endOf = (change: Change) => (change.kind === 'truncate' ? change.size : change.offset + change.data.length)

/** The bytes after these changes; made once, and large enough for all of them. */
function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const large = new Uint8Array(Math.max(bytes.length, ...changes.map(endOf)))
  large.set(bytes)
  let size = bytes.length
  for (const change of changes) {
    if (change.kind === 'write') {
      large.set(change.data, change.offset)
      size = Math.max(size, endOf(change))
    } else {
      large.fill(0, change.size)
      size = change.size
    }
  }
  return large.subarray(0, size)
}

/** Of a write, the sectors that reached the disk. */
function torn(change: Change, random: SeededRandom): Change[] {
  if (change.kind === 'truncate') return [change]
  const first = Math.floor(change.offset / sector)
  const last = Math.floor((change.offset + change.data.length - 1) / sector)
  const parts: Change[] = []
  for (let at = first; at <= last; at++) {
    if (random.fraction() < 0.5) continue
    const from = Math.max(at * sector, change.offset)
    const until = Math.min((at + 1) * sector, change.offset + change.data.length)
    const data = change.data.subarray(from - change.offset, until - change.offset)
    parts.push({ ...change, offset: from, data })
  }
  return parts
}

/** The database's files on a disk that keeps what was synced and promises nothing of the rest. */
export class Disk {
  private readonly files = new Map<string, OnDisk>()

  /** The files as they lie before the first step. */
  constructor(before: ReadonlyMap<string, Uint8Array>) {
    for (const [path, durable] of before) this.files.set(path, { durable, pending: [] })
  }

  take(step: Step): void {
    if (step.kind === 'told') return
    const on = this.files.get(step.file) ?? { durable: new Uint8Array(0), pending: [] }
    this.files.set(step.file, on)
    if (step.kind !== 'sync') on.pending.push(step)
    else {
      on.durable = changed(on.durable, on.pending)
      on.pending = []
    }
  }

  /** Whether a power cut could leave one thing only. */
  get isSettled(): boolean {
    return [...this.files.values()].every(({ pending }) => pending.length === 0)
  }

  /**
   * What a power cut at this moment may leave: all of the unsynced, nothing of it, or by chance some of it, in another
   * order and torn.
   */
  imageAfter(kind: 'none' | 'all' | 'some', random: SeededRandom): Image {
    return [...this.files].map(([path, { durable, pending }]) => {
      const kept = kind === 'none' ? [] : kind === 'all' ? pending : someOf(pending, random)
      return { name: path.endsWith('-wal') ? 'image.db-wal' : 'image.db', durable, kept }
    })
  }
}

/** What of each file a power cut leaves. */
type Image = readonly { name: string; durable: Uint8Array; kept: readonly Change[] }[]

/** Lays the files of an image into a folder, in the place of the last one. */
export function layImage(folder: string, image: Image): void {
  for (const { name, durable, kept } of image)
    writeFileSync(join(folder, name), kept.length === 0 ? durable : changed(durable, kept))
  rmSync(join(folder, 'image.db-shm'), { force: true })
}

function someOf(pending: readonly Change[], random: SeededRandom): Change[] {
  const share = random.fraction()
  return random
    .shuffled(pending.filter(() => random.fraction() < share))
    .flatMap((change) => (random.fraction() < 0.5 ? torn(change, random) : [change]))
}
