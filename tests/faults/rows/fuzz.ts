import { monotonicMilliseconds } from '#server/core/clock.ts'
import { commands } from '#shared/commands.ts'
import type { CommandDefinition } from '#shared/core/command.ts'
import { newId } from '#shared/core/ids.ts'
import type { ReadDefinition } from '#shared/core/read.ts'
import { reads } from '#shared/reads.ts'
import { brokenBuild, soundBuild } from '#tests/faults/broken-build.ts'
import { type Budget, type FaultResult, type FaultRow, part, Tally } from '#tests/faults/fault-row.ts'
import { FaultServer } from '#tests/faults/fault-server.ts'
import { Asker } from '#tests/faults/fuzz-asking.ts'
import { everyDoor, fieldsOf, knocksOn } from '#tests/faults/fuzz-doors.ts'
import { sayAll, writeAllRaw } from '#tests/faults/fuzz-lines.ts'
import { valuesFor } from '#tests/faults/fuzz-values.ts'
import { openDay } from '#tests/faults/open-center.ts'

const pin = '123456'

/** Each copies or closes the whole file: carried out a few times, and refused as often as any. */
const heavy = /^keeping\.(makeBackup|restoreCopy|handOver|takeBack|takeOver|lockKey|unlockKey)/

/** After these the center reads only until it is taken back. */
const stops = /^keeping\.(handOver|takeBack)Center$/

interface Parts {
  server: FaultServer
  asker: Asker
  tally: Tally
  count: number
  provedAt: number
}

/** As long as a proof of the PIN is surely good. */
const provenMs = 120_000

/** A desk with every right and its PIN proved, whoever sits there after what was just sent. */
async function seat(parts: Parts, before: string): Promise<string> {
  const isSeated = (await parts.asker.ask({ method: 'GET', path: '/api/session', headers: { cookie: before } }))?.text
  if (isSeated?.includes('"staffId"') && monotonicMilliseconds() - parts.provedAt < provenMs) return before
  parts.provedAt = monotonicMilliseconds()
  return sitDown(parts, before)
}

async function sitDown({ asker, server }: Parts, before: string): Promise<string> {
  const json = { 'content-type': 'application/json' }
  const proved = await asker.ask({
    method: 'POST',
    path: '/api/session/proof',
    headers: { ...json, cookie: before },
    body: JSON.stringify({ pin }),
  })
  if (proved?.status === 200) return before
  const answer = await fetch(`${server.address}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ name: '佐藤', pin, device: 'faults' }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? before
}

/** Ids of what there is, so that an act finds something as often as not. */
async function idsThereAre({ asker }: Parts, cookie: string): Promise<string[]> {
  const all = await asker.ask({ method: 'GET', path: '/api/changes?since=0', headers: { cookie } })
  const found = all?.text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  return [...new Set(found)].slice(0, 200)
}

/** Who asks: a desk, a made-up phone, nobody. */
const headsFor = (cookie: string) => [
  { cookie },
  { cookie },
  { cookie },
  { authorization: `Personal ${newId()} x` },
  {},
]

async function fuzzCommands(parts: Parts, cookie: string): Promise<string> {
  const { asker, count } = parts
  let seated = cookie
  for (const { name, input } of Object.values<CommandDefinition>(commands)) {
    seated = await seat(parts, seated)
    const ids = await idsThereAre(parts, seated)
    const values = valuesFor(input, ids, count, heavy.test(name) ? 2 : count)
    const heads = headsFor(seated)
    const asked = values.map((value, index) => ({
      method: 'POST',
      path: '/api/commands',
      headers: { 'content-type': 'application/json', ...heads[index % heads.length] },
      body: JSON.stringify({ id: newId(), type: name, input: value, device: `fuzz ${index}` }),
    }))
    await asker.askAll(name, asked, stops.test(name))
    if (stops.test(name)) await takeBack(parts, await seat(parts, seated))
    await asker.stillWell(name)
  }
  return seat(parts, seated)
}

async function takeBack({ asker }: Parts, cookie: string): Promise<void> {
  const body = JSON.stringify({ id: newId(), type: 'keeping.takeBackCenter', input: {}, device: 'fuzz' })
  await asker.ask({
    method: 'POST',
    path: '/api/commands',
    headers: { 'content-type': 'application/json', cookie },
    body,
  })
}

async function fuzzReads(parts: Parts, cookie: string): Promise<void> {
  const { asker, count } = parts
  const ids = await idsThereAre(parts, cookie)
  for (const { name, input } of Object.values<ReadDefinition>(reads)) {
    const heads = headsFor(cookie)
    const asked = valuesFor(input, ids, count).map((value, index) => ({
      method: 'POST',
      path: `/api/reads/${name}`,
      headers: { 'content-type': 'application/json', ...heads[index % heads.length] },
      body: JSON.stringify(value) ?? '',
    }))
    await asker.askAll(name, asked)
    await asker.stillWell(name)
  }
}

async function fuzzDoors(parts: Parts, cookie: string): Promise<void> {
  const { asker, count } = parts
  let seated = cookie
  for (const door of await everyDoor()) {
    seated = await seat(parts, seated)
    const ids = await idsThereAre(parts, seated)
    const page = door.method === 'post' ? await asker.ask({ method: 'GET', path: door.path }) : undefined
    const known = { ids, heads: headsFor(seated), fields: fieldsOf(page?.text ?? '') }
    const what = `${door.method} ${door.path}`
    await asker.askAll(what, knocksOn(door, known, count))
    await asker.stillWell(what)
  }
}

type Which = 'all' | 'reads' | 'lines'

async function fuzz(name: string, main: string, count: number, which: Which = 'all'): Promise<FaultResult> {
  const tally = new Tally(name)
  const server = new FaultServer(main)
  const asker = new Asker(server, tally)
  const parts: Parts = { server, asker, tally, count, provedAt: 0 }
  try {
    await server.start()
    let cookie = await openDay(server, 1000)
    if (which !== 'lines') await fuzzReads(parts, cookie)
    if (which !== 'reads') {
      await writeAllRaw(server, tally, count)
      await asker.stillWell('raw bytes')
      await sayAll(server, tally, count)
      await asker.stillWell('lines')
    }
    if (which === 'all') {
      cookie = await fuzzCommands(parts, cookie)
      await fuzzDoors(parts, cookie)
    }
  } finally {
    asker.close()
    await server.remove()
  }
  return tally.result()
}

const inputs = (budget: Budget) => part(2000, budget, 8)

/** Whatever is sent to any door, act, question or line is answered or refused; nothing is a mistake of ours, nothing ends the process. */
export const row: FaultRow = {
  name: 'fuzz',
  needs: [],
  run: (budget) => fuzz('fuzz', soundBuild(), inputs(budget)),
  async control(budget) {
    const careless = await brokenBuild('careless-reads', {
      module: '#server/core/reads.ts',
      file: 'careless-reads.ts',
      names: { readFor: 'readFor' },
    })
    const throwing = await brokenBuild('throwing-line', {
      module: '#server/transport/sockets.ts',
      file: 'throwing-line.ts',
      names: { openSockets: 'openSockets' },
    })
    const count = Math.min(200, inputs(budget))
    return [
      await fuzz('fuzz/reads-what-it-is-given', careless, count, 'reads'),
      await fuzz('fuzz/throws-over-a-line', throwing, count, 'lines'),
    ]
  },
}
