import { setTimeout as pause } from 'node:timers/promises'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { type Act, journalAct, someoneComes } from '#tests/faults/acts.ts'
import { brokenBuild, soundBuild } from '#tests/faults/broken-build.ts'
import { whileItDies } from '#tests/faults/dying-server.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { layFlakyLine } from '#tests/faults/flaky-line.ts'
import { Ledger, lastSeqOf } from '#tests/faults/ledger.ts'
import { LineToServer } from '#tests/faults/line-to-server.ts'
import { isUnknown, type Outcome, outcomeOf, type Told } from '#tests/faults/load.ts'
import { openDay } from '#tests/faults/open-center.ts'

/** After so long a phone takes its sending for lost. */
const patienceMs = 1500

/** How long the server lives each time. */
const lifeMs = 2000

interface Air {
  port: number
  cookie: string
  random: SeededRandom
  tally: Tally
}

/** Sends once, on a connection of its own, as a phone does that was in a pocket meanwhile. */
async function sendOnce(act: Act, { port, cookie, tally }: Air): Promise<Outcome> {
  tally.count('sent')
  const line = new LineToServer(port, cookie)
  const tired = setTimeout(() => line.close(), patienceMs)
  const answered = await line.post(act.body)
  clearTimeout(tired)
  line.close()
  return outcomeOf(answered)
}

/** Sends until it is answered, one time in ten twice at once; every answer must be the same. */
async function sendUntilAnswered(act: Act, air: Air): Promise<Told> {
  const { random, tally } = air
  for (;;) {
    const sendings = random.fraction() < 0.1 ? [act, act] : [act]
    if (sendings.length > 1) tally.count('sentDouble')
    const outcomes = await Promise.all(sendings.map((one) => sendOnce(one, air)))
    const told = outcomes.map((outcome) => ({ act, outcome })).filter((one) => !isUnknown(one))
    const [first] = told
    const differ = new Set(told.map(({ outcome }) => JSON.stringify(outcome))).size > 1
    tally.fault('violations', 'two sendings of one act were answered differently', differ ? 1 : 0)
    if (first) return first
    await pause(random.whole(20, 250))
  }
}

async function usePhone(commands: number, air: Air): Promise<Told[]> {
  const told: Told[] = []
  while (told.length < commands) {
    const act = air.random.fraction() < 0.25 ? someoneComes() : journalAct()
    told.push(await sendUntilAnswered(act, air))
  }
  return told
}

function compare(server: FaultServer, told: readonly Told[], since: number, tally: Tally): void {
  const ledger = Ledger.open(server)
  ledger.compare(told, since, tally)
  const doubles = ledger.linesFrom('faults', since) - told.length
  tally.fault('duplicated', 'an act done more than once', Math.max(0, doubles))
  tally.count('doublesPercent', Math.round((Math.max(0, doubles) * 100) / told.length))
  ledger.close()
}

async function onBadAir(name: string, main: string, phones: number, commands: number): Promise<FaultResult> {
  const tally = new Tally(name)
  const random = new SeededRandom(phones + commands)
  const server = new FaultServer(main)
  try {
    await server.start()
    const cookie = await openDay(server)
    const since = lastSeqOf(server)
    const line = await layFlakyLine(() => server.port, random)
    const air = { port: line.port, cookie, random, tally }
    const told = await whileItDies(server, { tally, lifeMs }, () =>
      Promise.all(Array.from({ length: phones }, () => usePhone(commands, air))),
    )
    line.close()
    tally.count('phones', phones)
    tally.aim('brokenPercent', Math.round((line.counts.broken * 100) / line.counts.connections), 35)
    await server.kill()
    compare(server, told.flat(), since, tally)
    tally.aim('answered', told.flat().length, phones * commands)
  } finally {
    await server.remove()
  }
  return tally.result()
}

/** A hundred phones on a Wi-Fi that breaks four connections of ten, and a server that dies every two seconds. */
export const row: FaultRow = {
  name: 'flaky',
  needs: [],
  alone: true,
  run: (budget) => onBadAir('flaky', soundBuild(), part(100, budget, 20), part(200, budget, 10)),
  async control(budget) {
    const module = '#server/transport/slowed-commands.ts'
    const names = { SlowedCommands: 'ForgetfulCommands' }
    const main = await brokenBuild('no-ids', { module, file: 'no-ids.ts', names })
    return [await onBadAir('flaky/takes-each-sending-for-new', main, part(30, budget, 20), part(40, budget, 10))]
  },
}
