import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { monotonicMilliseconds } from '#server/core/clock.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { brokenBuild, soundBuild } from '#tests/faults/broken-build.ts'
import { type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { lastSeqOf } from '#tests/faults/ledger.ts'
import { Crowd } from '#tests/faults/many-sockets.ts'
import { openDay, sendCommand } from '#tests/faults/open-center.ts'
import { receptionForm } from '#tests/support/given.ts'

/** Phones of people who have checked in; a few at a time, as fast as the server takes them. */
async function checkIn(server: FaultServer, count: number): Promise<string[]> {
  const links = Array.from({ length: count }, () => newSecret())
  const waiting = [...links]
  const oneByOne = async () => {
    for (let link = waiting.pop(); link !== undefined; link = waiting.pop())
      await sendCommand(server, 'volunteers.checkIn', receptionForm({ linkToken: link }))
  }
  await Promise.all(Array.from({ length: 8 }, oneByOne))
  return links
}

/** A word to everyone: the one thing that all devices must hear. */
async function tellEveryone(server: FaultServer, cookie: string): Promise<number> {
  const word = { noticeId: newId(), kind: 'message', reason: '水分をとってください', returnBy: null }
  return (await sendCommand(server, 'messages.sendNotice', word, cookie)).seq
}

interface Party {
  server: FaultServer
  cookie: string
  tally: Tally
}

/** Kills the server under its crowd, and lets it come back; says how long the last device took. */
async function comeBack(
  { server, cookie, tally }: Party,
  links: readonly string[],
  patienceMs: number,
): Promise<Crowd> {
  const crowd = new Crowd(server, links)
  const before = lastSeqOf(server)
  await crowd.allAt(before, patienceMs)
  await server.kill()
  const killedAt = monotonicMilliseconds()
  await pause(200)
  tally.fault('violations', 'a device believes in a line to a dead server', links.length - crowd.behind(1))
  await server.start()
  const startedAt = monotonicMilliseconds()
  const seq = await tellEveryone(server, cookie)
  await crowd.allAt(seq, patienceMs)
  tally.fault('violations', `not back at the present number after ${patienceMs} ms`, crowd.behind(seq))
  const now = monotonicMilliseconds()
  tally.fault('violations', `back only after ${Math.round(now - startedAt)} ms`, now - startedAt > patienceMs ? 1 : 0)
  tally.count(`back${links.length}Ms`, Math.round(now - startedAt))
  tally.count(`back${links.length}AfterKillMs`, Math.round(now - killedAt))
  tally.cycle()
  return crowd
}

interface Sample {
  megabytes: number
  handles: number
}

function sample(pid: number): Sample {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return { megabytes: Number(kilobytes) / 1024, handles: readdirSync(`/proc/${pid}/fd`).length }
}

const highest = (values: readonly number[]) => Math.max(...values)

/** A short while has as many words and broken lines as a long one, and less time between them. */
const beatMs = (beats: number) => (beats < 60 ? 400 : 1000)

/** A while with everything going on: words to everyone, lines that break and come back. Its later part must not hold more. */
async function soak({ server, cookie, tally }: Party, crowd: Crowd, beats: number): Promise<void> {
  const samples: Sample[] = []
  for (let beat = 0; beat < beats; beat++) {
    crowd.drop(40)
    await tellEveryone(server, cookie)
    await pause(beatMs(beats))
    if (server.pid !== undefined) samples.push(sample(server.pid))
  }
  const third = Math.floor(samples.length / 3)
  const [middle, last] = [samples.slice(third, third * 2), samples.slice(-third)]
  const of = (part: readonly Sample[], what: keyof Sample) => highest(part.map((one) => one[what]))
  const grown = of(last, 'megabytes') - of(middle, 'megabytes')
  tally.aim('soakBeats', samples.length, beats)
  tally.count('megabytes', Math.round(of(last, 'megabytes')))
  tally.count('megabytesMore', Math.round(grown))
  const more = of(last, 'handles') - of(middle, 'handles')
  tally.count('handlesMore', more)
  // A server that has just begun is still growing into its work; one that hoards takes twice as much at once.
  const mostGrown = beats < 60 ? 80 : 32
  tally.fault('violations', `memory grows by ${Math.round(grown)} MB`, grown > mostGrown ? 1 : 0)
  // Lines that are just coming back are there twice for a moment.
  tally.fault('violations', `${more} file handles more`, more > 80 ? 1 : 0)
}

interface Wishes {
  /** How many come back, and how long they may take. */
  crowds: readonly (readonly [number, number])[]
  /** How often everybody is told something while lines break; in a whole run once a second. */
  soakBeats: number
}

async function stormed(name: string, main: string, { crowds, soakBeats }: Wishes): Promise<FaultResult> {
  const tally = new Tally(name)
  const server = new FaultServer(main)
  try {
    await server.start()
    const party = { server, tally, cookie: await openDay(server, 5000) }
    const links = await checkIn(server, highest(crowds.map(([count]) => count)))
    tally.acked(links.length)
    for (const [count, patienceMs] of crowds) {
      const crowd = await comeBack(party, links.slice(0, count), patienceMs)
      if (count === crowds[0]?.[0]) await soak(party, crowd, soakBeats)
      crowd.close()
    }
  } finally {
    await server.remove()
  }
  return tally.result()
}

/** A smoke test, on a machine that is busy with others, only asks that they come at all. */
const crowdsOf = (share: number): Wishes['crowds'] =>
  share < 1
    ? [[200, 40_000]]
    : [
        [1000, 5000],
        [3000, 8000],
      ]

/** Thousands of phones whose server dies come back by themselves, and cost nothing afterwards. */
export const row: FaultRow = {
  name: 'storm',
  needs: [],
  alone: true,
  run: (budget) => stormed('storm', soundBuild(), { crowds: crowdsOf(budget.share), soakBeats: part(180, budget, 9) }),
  async control() {
    const sockets = { module: '#server/transport/sockets.ts', file: 'hoarding-sockets.ts' }
    const catchUp = { module: '#server/core/catch-up.ts', file: 'old-catch-up.ts' }
    const hoarding = await brokenBuild('hoarding', { ...sockets, names: { openSockets: 'openHoardingSockets' } })
    const late = await brokenBuild('old-catch-up', { ...catchUp, names: { CatchUpDesk: 'LateDesk' } })
    return [
      await stormed('storm/keeps-something-of-each-socket', hoarding, { crowds: [[200, 40_000]], soakBeats: 9 }),
      await stormed('storm/catches-up-with-the-past', late, { crowds: [[60, 4000]], soakBeats: 0 }),
    ]
  },
}
