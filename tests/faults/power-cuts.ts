import { join } from 'node:path'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import type { Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { Ledger, lastSeqOf } from '#tests/faults/ledger.ts'
import { fillDay, isDone, isUnknown, sendAgain, sendLoad, type Told } from '#tests/faults/load.ts'
import { LoopDisk } from '#tests/faults/loop-disk.ts'
import { openDay } from '#tests/faults/open-center.ts'

/** One load during which the disk is cut off, and a start from what was on it. */
async function cut(server: FaultServer, disk: LoopDisk, cookie: string, random: SeededRandom, tally: Tally) {
  const since = lastSeqOf(server)
  const wanted = random.whole(60, 140)
  let isCut = false
  const enough = (told: readonly Told[]) => {
    if (!isCut && told.filter(isDone).length >= wanted) {
      isCut = true
      disk.cutPower()
      server.signal('SIGKILL')
    }
    return isCut
  }
  const told = await sendLoad(server, { clients: 16, cookie, random, enough })
  await server.kill()
  disk.unmount()
  disk.mount()
  await server.start()
  // A refusal between the cut and the end says that the disk failed; like no answer at all, it may be asked again.
  const failed = (one: Told) => one.outcome.kind === 'refused' && /^(core|keeping)\./.test(one.outcome.code)
  const open = told.filter((one) => isUnknown(one) || failed(one))
  const late = await sendAgain(server, cookie, open)
  const ledger = Ledger.open(server)
  ledger.compare([...told.filter((one) => !open.includes(one)), ...late], since, tally)
  ledger.close()
  tally.cycle()
}

/** Cuts a real file system off under the running server: what was not on the disk is gone. */
export async function cutPowerOfDisk(main: string, cycles: number, tally: Tally): Promise<void> {
  const disk = new LoopDisk(512)
  const random = new SeededRandom(cycles)
  const server = new FaultServer(main, join(disk.folder, 'data'))
  try {
    await server.start()
    const cookie = await openDay(server)
    await fillDay(server, cookie, random)
    for (let round = 0; round < cycles; round++) await cut(server, disk, cookie, random, tally)
  } finally {
    await server.remove()
    disk.remove()
  }
}
