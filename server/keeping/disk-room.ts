import { randomBytes } from 'node:crypto'
import { rmSync, statfsSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { onItsOwn } from '#server/core/bug.ts'
import type { KeepingVoice } from '#server/keeping/voice.ts'
import type { DiskRoom } from '#shared/keeping/keeping-state.ts'

const gigabyte = 1024 ** 3
const megabyte = 1024 ** 2

/** Below these, desks are warned; a day of a large center takes a few megabytes, a copy as much as the file. */
const lowBelow = 2 * gigabyte
const veryLowBelow = 500 * megabyte

/** With less than this not even the log of the next acts is sure of its place. */
const fullBelow = megabyte

/** Given free when the disk is full, so that people can go on while they make room. */
const reserveBytes = 64 * megabyte
const reviewEveryMs = 10_000

/** Bytes that this user may still write where the folder lies. */
function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

export function roomFor(free: number): DiskRoom {
  if (free < fullBelow) return 'full'
  if (free < veryLowBelow) return 'veryLow'
  return free < lowBelow ? 'low' : 'enough'
}

/** Watches the room beside the file, and keeps the reserve. */
export class DiskWatch {
  private readonly path: string
  private readonly voice: KeepingVoice
  private readonly free: () => number
  private readonly timer: ReturnType<typeof setInterval>
  private filling = false
  private lastFree: number | null = null

  constructor(folder: string, voice: KeepingVoice, free = () => freeBytes(folder)) {
    this.path = join(folder, 'reserve')
    this.voice = voice
    this.free = free
    this.review()
    this.timer = setInterval(() => this.review(), reviewEveryMs)
    this.timer.unref()
  }

  /** Looks anew; a disk that was full and has room again is told as such, and the next act is written. */
  review(): void {
    const free = this.measure()
    this.lastFree = free
    // A folder that was taken away has no room to tell of; that it is gone is said by watchFolder.
    if (free === null) return
    this.voice.say({ room: roomFor(free), reserve: this.hasReserve() })
    if (free > lowBelow && !this.hasReserve() && !this.filling) onItsOwn('the reserve on the disk', this.fill())
  }

  /** Gives the reserve free; whatever waits on the devices is then written. */
  release(): void {
    rmSync(this.path, { force: true })
    this.review()
  }

  /** How much room there was when it was last looked at. */
  get freeBytes(): number | null {
    return this.lastFree
  }

  stop(): void {
    clearInterval(this.timer)
  }

  private measure(): number | null {
    try {
      return this.free()
    } catch {
      return null
    }
  }

  private hasReserve(): boolean {
    return statSync(this.path, { throwIfNoEntry: false })?.size === reserveBytes
  }

  /** In pieces and beside everything else. Not zeros: some disks keep those in no space at all. */
  private async fill(): Promise<void> {
    this.filling = true
    const file = await open(this.path, 'w', 0o600)
    try {
      for (let piece = 0; piece < reserveBytes / megabyte; piece++) await file.write(randomBytes(megabyte))
    } finally {
      await file.close()
      this.filling = false
    }
    this.voice.say({ reserve: this.hasReserve() })
  }
}
