import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import type { Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { Ledger, lastSeqOf } from '#tests/faults/ledger.ts'
import { fillDay, sendAgain, sendLoad, type Told } from '#tests/faults/load.ts'
import { openDay } from '#tests/faults/open-center.ts'

const page = 4096

const isFull = ({ outcome }: Told) => outcome.kind === 'refused' && outcome.code === 'keeping.diskFull'

/** Leaves so many bytes of a disk free: it is filled to the brim, whatever the server notes meanwhile, and let go of. */
function leave(folder: string, bytes: number): void {
  const ballast = join(folder, 'ballast')
  const { bavail, bsize } = statfsSync(folder)
  try {
    writeFileSync(ballast, Buffer.alloc(bavail * bsize))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
  truncateSync(ballast, Math.max(0, statSync(ballast).size - bytes))
}

/** One fill level: acts until the disk is full, then room, and the same acts again by the same server. */
async function fillOnce(server: FaultServer, disk: string, load: Omit<Load, 'enough'>, left: number, tally: Tally) {
  const since = lastSeqOf(server)
  // The log starts anew, or it would write into room that it has already.
  Ledger.emptyLog(server)
  leave(disk, left)
  const told = await sendLoad(server, { ...load, enough: (sent) => sent.some(isFull) || sent.length > 400 })
  rmSync(join(disk, 'ballast'))
  const full = told.filter(isFull)
  tally.count('fillLevels')
  tally.count('fullLevels', full.length > 0 ? 1 : 0)
  const late = await sendAgain(server, load.cookie, full)
  tally.fault('violations', 'refused though there is room again', late.filter(isFull).length)
  const ledger = Ledger.open(server)
  ledger.compare([...told.filter((one) => !isFull(one)), ...late], since, tally)
  ledger.close()
  tally.cycle()
}

type Load = Parameters<typeof sendLoad>[1]

/** Fills the disk to so many levels under one server, which is never started anew. */
export async function fillDisk(main: string, levels: number, tally: Tally): Promise<void> {
  const disk = mkdtempSync(join(tmpdir(), 'sasae-full-'))
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=192m', 'none', disk])
  const server = new FaultServer(main, join(disk, 'data'))
  const random = new SeededRandom(levels)
  try {
    await server.start()
    const cookie = await openDay(server)
    await fillDay(server, cookie, random)
    for (let level = 0; level < levels; level++) {
      const left = Math.floor((level * 256) / levels) * page
      await fillOnce(server, disk, { clients: 16, cookie, random }, left, tally)
    }
    await server.kill()
    const ledger = Ledger.open(server)
    tally.fault('violations', 'the file is not whole', ledger.isWhole ? 0 : 1)
    ledger.close()
  } finally {
    await server.remove()
    spawnSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  }
}
