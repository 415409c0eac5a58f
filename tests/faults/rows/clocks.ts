import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SeededRandom } from '#drills/core/seeded-random.ts'
import { type Act, deskAct, phoneAct } from '#tests/faults/acts.ts'
import { brokenBuild, soundBuild } from '#tests/faults/broken-build.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { Ledger, lastSeqOf } from '#tests/faults/ledger.ts'
import { fillDay, isUnknown, sendAgain, type Told } from '#tests/faults/load.ts'
import { openDay } from '#tests/faults/open-center.ts'

const tenYearsMs = 10 * 365 * 86_400_000

/** What happens to the laptop's clock, and that it sleeps. */
const events = ['-9d', '+0', '+1d', '+0', 'sleep', '-9d', '+400d', '+0'] as const

type Event = (typeof events)[number]

/** On another date than the day's own, phones may find reception closed; that is the laptop's word, not the phone's. */
function onItsDate(told: Told, event: Event): Told {
  const closed = 'volunteers.receptionClosed'
  const isClosed = event.endsWith('d') && told.outcome.kind === 'refused' && told.outcome.code === closed
  return isClosed ? { ...told, act: { ...told.act, refusal: closed } } : told
}

/** Where faketime's library lies: its own program says it to whatever it runs. */
function faketimeLibrary(): string {
  return spawnSync('faketime', ['-m', '-f', '+0', 'sh', '-c', 'echo $LD_PRELOAD'], { encoding: 'utf8' }).stdout.trim()
}

function underFaketime(file: string) {
  const faked = { FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' }
  return { env: { LD_PRELOAD: faketimeLibrary(), ...faked } }
}

/** The same act from a phone whose clock is ten years off: in its id, in when it says it happened, and how long ago. */
function fromOddClock(act: Act, random: SeededRandom): Act {
  const off = random.pick([-tenYearsMs, tenYearsMs])
  const told = { agoMs: Math.abs(off), happenedAt: new Date(Date.now() + off).toISOString() }
  const id = oddId(Date.now() + off, act.id)
  return { ...act, id, body: JSON.stringify({ ...(JSON.parse(act.body) as object), id, ...told }) }
}

function oddId(ms: number, id: string): string {
  const hex = ms.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}${id.slice(13)}`
}

async function disturb(server: FaultServer, clock: string, event: Event): Promise<void> {
  if (event !== 'sleep') return writeFileSync(clock, event)
  server.signal('SIGSTOP')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  server.signal('SIGCONT')
  return undefined
}

/** So many phones, and so many acts of a desk, after each event. */
const clients = 6

interface Work {
  server: FaultServer
  cookie: string
  random: SeededRandom
  tally: Tally
}

/** Acts by phones with odd clocks and by a desk, one after the other: each must be done, and numbered after the last. */
async function workOn({ server, cookie, random, tally }: Work, event: Event): Promise<Told[]> {
  const untold = (act: Act): Told => ({ act, outcome: { kind: 'unknown' } })
  const phones = Array.from({ length: clients }, () => untold(fromOddClock(phoneAct(random), random)))
  const desks = Array.from({ length: clients }, () => untold(deskAct(random)))
  const told = [...(await sendAgain(server, '', phones)), ...(await sendAgain(server, cookie, desks))]
  const numbers = told.flatMap(({ outcome }) => (outcome.kind === 'done' ? [outcome.seq] : []))
  const outOfOrder = numbers.filter((seq, index) => index > 0 && seq <= (numbers[index - 1] ?? 0))
  tally.fault('violations', 'an act is numbered before an earlier one', outOfOrder.length)
  return told.map((one) => onItsDate(one, event))
}

async function clocks(name: string, main: string, rounds: number): Promise<FaultResult> {
  const tally = new Tally(name)
  const random = new SeededRandom(rounds)
  const server = new FaultServer(main)
  const clock = join(server.folder, 'clock')
  writeFileSync(clock, '+0')
  try {
    await server.start(underFaketime(clock))
    const cookie = await openDay(server)
    await fillDay(server, cookie, random)
    for (let round = 0; round < rounds; round++) {
      for (const event of events) {
        const since = lastSeqOf(server)
        await disturb(server, clock, event)
        const told = await workOn({ server, cookie, random, tally }, event)
        const ledger = Ledger.open(server)
        ledger.compare(told, since, tally)
        ledger.close()
        tally.count('events')
        tally.count('answered', told.filter((one) => !isUnknown(one)).length)
        tally.cycle()
      }
    }
    const wanted = rounds * events.length
    tally.aim('events', tally.count('events', 0), wanted)
    tally.aim('answered', tally.count('answered', 0), wanted * clients * 2)
  } finally {
    await server.remove()
  }
  return tally.result()
}

const wallClock = {
  module: '#server/core/clock.ts',
  file: 'wall-clock.ts',
  names: { monotonicMilliseconds: 'monotonicMilliseconds' },
}

/** Clocks that are wrong, jump or stand still: neither the order of acts nor who is signed in may follow them. */
export const row: FaultRow = {
  name: 'clocks',
  needs: ['faketime'],
  alone: false,
  run: (budget) => clocks('clocks', soundBuild(), part(20, budget)),
  control: async () => [await clocks('clocks/lasts-by-the-wall', await brokenBuild('wall-clock', wallClock), 1)],
}
