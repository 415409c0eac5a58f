import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import type { Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { Ledger, lastSeqOf } from '#tests/faults/ledger.ts'
import { fillDay, isDone, isUnknown, sendAgain, sendLoad, type Told } from '#tests/faults/load.ts'
import { openDay } from '#tests/faults/open-center.ts'

/** A call of the system that fails from now on, and what the center must make of it. */
interface Failure {
  name: string
  point: string
  errno: number
  ends: 'readOnly' | 'diskFull'
}

const failures: readonly Failure[] = [
  { name: 'syncsThatFailed', point: 'posix/io/sync/fsync', errno: 5, ends: 'readOnly' },
  { name: 'writesThatFailed', point: 'posix/io/rw/pwrite', errno: 5, ends: 'readOnly' },
  { name: 'writesWithoutRoom', point: 'posix/io/rw/pwrite', errno: 28, ends: 'diskFull' },
]

/** Half of an answer is a refusal by the state of the disk; what was refused so may be asked again. */
const byDisk = ({ outcome }: Told) => outcome.kind === 'refused' && /^(core|keeping)\./.test(outcome.code)

/** One load under which a call begins to fail, and after a while works again. */
async function failOnce(server: FaultServer, cookie: string, random: SeededRandom, failure: Failure, tally: Tally) {
  const control = (command: string) =>
    spawnSync('fiu-ctrl', ['-f', join(server.folder, 'fiu'), '-c', command, String(server.pid)], { timeout: 10_000 })
  const since = lastSeqOf(server)
  const wanted = random.whole(30, 90)
  let fails = false
  const enough = (told: readonly Told[]) => {
    if (!fails && told.filter(isDone).length >= wanted) {
      fails = true
      control(`enable name=${failure.point},failinfo=${failure.errno}`)
    }
    return told.some(byDisk) || told.length > 2000
  }
  const told = await sendLoad(server, { clients: 16, cookie, random, enough })
  const isTold = told.some(byDisk)
  tally.count(failure.name, isTold ? 1 : 0)
  tally.fault('violations', `nobody was told that ${failure.point} fails`, isTold ? 0 : 1)
  // The disk works again: a full one is written on at once, a failed one never before a new start.
  control(`disable name=${failure.point}`)
  const open = told.filter((one) => byDisk(one) || isUnknown(one))
  const after = await sendAgain(server, cookie, open)
  if (failure.ends === 'readOnly') {
    const done = after.filter((one) => !byDisk(one)).length
    tally.fault('violations', `written after ${failure.point} had failed`, done)
    await server.kill()
    await server.start(underFiu(server))
  } else tally.fault('violations', 'refused though there is room again', after.filter(byDisk).length)
  const late = failure.ends === 'readOnly' ? await sendAgain(server, cookie, open) : after
  const ledger = Ledger.open(server)
  ledger.compare([...told.filter((one) => !open.includes(one)), ...late], since, tally)
  ledger.close()
  tally.cycle()
}

const underFiu = (server: FaultServer) => ({ under: ['fiu-run', '-x', '-f', join(server.folder, 'fiu')] })

/** Lets writing and syncing fail under a load, again and again. */
export async function failDisk(main: string, cycles: number, tally: Tally): Promise<void> {
  const random = new SeededRandom(cycles)
  const server = new FaultServer(main)
  try {
    await server.start(underFiu(server))
    const cookie = await openDay(server)
    await fillDay(server, cookie, random)
    for (let round = 0; round < cycles; round++) {
      const failure = failures[round % failures.length]
      if (failure) await failOnce(server, cookie, random, failure, tally)
    }
    await server.kill()
    const ledger = Ledger.open(server)
    tally.fault('violations', 'the file is not whole', ledger.isWhole ? 0 : 1)
    ledger.close()
    for (const { name } of failures) tally.aim(name, tally.count(name, 0), Math.floor(cycles / failures.length))
  } finally {
    await server.remove()
  }
}
