import { isDeepStrictEqual } from 'node:util'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { brokenBuild, brokenDriver, soundBuild } from '#tests/faults/broken-build.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { Ledger, lastSeqOf } from '#tests/faults/ledger.ts'
import { fillDay, isDone, isUnknown, sendAgain, sendLoad, type Told } from '#tests/faults/load.ts'
import { openDay } from '#tests/faults/open-center.ts'

const clients = 16

/** Load until so many acts are done, then the end without a warning, in the midst of the others. */
async function loadAndKill(server: FaultServer, cookie: string, random: SeededRandom, wanted: number): Promise<Told[]> {
  const enough = (told: readonly Told[]) => {
    if (told.filter(isDone).length >= wanted) server.signal('SIGKILL')
    return !server.isRunning
  }
  const told = await sendLoad(server, { clients, cookie, random, enough })
  await server.kill()
  return told
}

/** One load, one kill, one restart: what was under way comes again, and so do some whose answer was lost on the way. */
async function cycle({ server, cookie, random, wanted, tally }: Cycle): Promise<void> {
  const since = lastSeqOf(server)
  const told = await loadAndKill(server, cookie, random, random.whole(wanted, wanted * 2))
  await server.start()
  const late = await sendAgain(server, cookie, told.filter(isUnknown))
  tally.count('unanswered', late.length)
  tally.fault('violations', 'no answer after the restart', late.filter(isUnknown).length)
  const done = told.filter(isDone).slice(-5)
  const again = await sendAgain(server, cookie, done)
  const others = again.filter((one, index) => !isDeepStrictEqual(one.outcome, done[index]?.outcome))
  tally.fault('violations', 'an act is answered otherwise the second time', others.length)
  const ledger = Ledger.open(server)
  ledger.compare([...told.filter((one) => !isUnknown(one)), ...late], since, tally)
  ledger.close()
  tally.cycle()
}

interface Cycle {
  server: FaultServer
  cookie: string
  random: SeededRandom
  /** How many acts are done at least before the kill. */
  wanted: number
  tally: Tally
}

async function killed(tally: Tally, main: string, cycles: number, wanted = 300): Promise<FaultResult> {
  const random = new SeededRandom(cycles)
  const server = new FaultServer(main)
  try {
    await server.start()
    const cookie = await openDay(server)
    await fillDay(server, cookie, random)
    for (let round = 0; round < cycles; round++) await cycle({ server, cookie, random, wanted, tally })
    await server.kill()
    const ledger = Ledger.open(server)
    tally.fault('violations', 'the file is not whole', ledger.isWhole ? 0 : 1)
    ledger.close()
  } finally {
    await server.remove()
  }
  return tally.result()
}

/** SIGKILL under load: every act that was answered is there once, with its effect, and no other has left a trace. */
export const row: FaultRow = {
  name: 'kill',
  needs: [],
  alone: true,
  async run(budget) {
    const tally = new Tally('kill')
    await killed(tally, soundBuild(), part(200, budget), Math.min(300, part(300, budget, 60)))
    tally.aimAt('cycles', 200, budget)
    tally.aimAt('acked', 80_000, budget)
    return tally.result()
  },
  async control(budget) {
    const cycles = part(5, budget, 2)
    const late = await brokenBuild('late-commit', brokenDriver('late-commit.ts'))
    const loose = await brokenBuild('no-savepoints', brokenDriver('no-savepoints.ts'))
    return [
      await killed(new Tally('kill/answers-before-commit'), late, cycles, 60),
      await killed(new Tally('kill/group-without-savepoints'), loose, cycles, 60),
    ]
  },
}
