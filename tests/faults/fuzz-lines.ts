import { createConnection } from 'node:net'
import fc from 'fast-check'
import { WebSocket } from 'ws'
import type { Tally } from '#tests/faults/fault-row.ts'
import type { FaultServer } from '#tests/faults/fault-server.ts'
import type { DoorCounts } from '#tests/faults/fuzz-asking.ts'
import { anyText } from '#tests/faults/fuzz-values.ts'
import { inTurns } from '#tests/faults/in-turns.ts'

const get = 'GET /api/clock HTTP/1.1\r\nhost: 127.0.0.1\r\n'
const knock = 'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\n'

/** What no client sends on purpose: broken requests, endless heads, odd upgrades, requests inside requests. */
const broken: readonly string[] = [
  '\r\n\r\n',
  'GET\r\n\r\n',
  'GET /\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'GET /\u0000 HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n',
  'GET http://evil.example/ HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n',
  'GET //evil.example/%2e%2e HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n',
  'GET /%E0%A4%A HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n',
  'CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example\r\n\r\n',
  'TRACE / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n',
  `${get}x: ${'a'.repeat(200_000)}\r\n\r\n`,
  `${get}${Array.from({ length: 3000 }, (_, index) => `x-${index}: 1\r\n`).join('')}\r\n`,
  `${get}host: evil.example\r\n\r\n`,
  `${get}cookie: ${'='.repeat(4000)}\r\n\r\n`,
  `${get}authorization: Personal\r\n\r\n`,
  `${get}content-length: -1\r\n\r\n`,
  `${get}content-length: 5\r\ncontent-length: 6\r\n\r\nabcde`,
  `${get}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`,
  'POST /api/commands HTTP/1.1\r\nhost: 127.0.0.1\r\ntransfer-encoding: chunked\r\n\r\nFFFFFFFFFF\r\n{',
  'POST /api/commands HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 9999999999999999999999\r\n\r\n{',
  'POST /api/commands HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 100\r\nexpect: 100-continue\r\n\r\n{',
  'POST /api/commands HTTP/1.1\r\nhost: 127.0.0.1\r\nexpect: something\r\ncontent-length: 2\r\n\r\n{}',
  `${knock}upgrade: websocket\r\nsec-websocket-version: 99\r\nsec-websocket-key: x\r\n\r\n`,
  `${knock}upgrade: h2c\r\n\r\n`,
  `${knock}upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n\u00ff\u00ff\u00ff`,
  'GET /api/clock HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001',
]

/** Who has neither answered nor hung up by then will not. */
const patienceMs = 2000

/** Writes bytes to the port, has nothing more to say, and answers what came back. */
function writeRaw(port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket = createConnection(port, '127.0.0.1', () => socket.end(bytes))
    const late = setTimeout(() => socket.destroy(), patienceMs)
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(late)
      resolve(said)
    })
  })
}

/** A broken request, cut, mixed or with a byte changed; or nothing but noise. */
const rawBytes = fc.oneof(
  fc.constantFrom(...broken).map((text) => Buffer.from(text, 'latin1')),
  fc.tuple(fc.constantFrom(...broken), fc.nat(500), fc.nat(255)).map(([text, at, byte]) => {
    const bytes = Buffer.from(text, 'latin1')
    bytes[at % bytes.length] = byte
    return bytes
  }),
  fc
    .tuple(fc.constantFrom(...broken), fc.nat(500))
    .map(([text, at]) => Buffer.from(text.slice(at % text.length), 'latin1')),
  fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
)

/** Raw bytes on the port. */
export async function writeAllRaw(server: FaultServer, tally: Tally, counts: DoorCounts, count: number): Promise<void> {
  await inTurns(fc.sample(rawBytes, { numRuns: count, seed: count }), 24, async (bytes) => {
    const said = await writeRaw(server.port, bytes)
    counts.note('raw bytes')
    tally.count('raw')
    if (/^HTTP\/1\.1 5/m.test(said)) tally.fault('violations', `raw bytes are answered ${said.slice(0, 40)}`)
  })
  tally.cycle()
}

const json = fc.oneof(
  fc.json({ maxDepth: 3 }),
  anyText.map((text) => JSON.stringify(text)),
)

/** The one thing that pages say, as they say it and with other numbers. */
const waiting = fc.oneof(
  fc.record({ count: fc.integer({ min: 0, max: 10_000 }), oldestMs: fc.integer({ min: 0, max: 1e9 }) }),
  fc.record({ count: fc.double(), oldestMs: fc.jsonValue() }, { requiredKeys: [] }),
  fc.jsonValue(),
)

/** What pages only hear, what the library keeps for itself, and what is nobody's. */
const names = [
  'patch',
  'clock',
  'keeping',
  'connect',
  'disconnect',
  'disconnecting',
  'error',
  'newListener',
  'join',
  'x',
]

const text = (value: unknown) => JSON.stringify(value) ?? 'null'

interface Saying {
  /** What is said before the line is a line: a page's greeting, or what is sent in its place. */
  greeting: string | null
  packets: readonly (string | Uint8Array)[]
}

const usual = '40{"link":"x","phone":{},"epoch":[]}'
const said = (...packets: readonly (string | Uint8Array)[]): Saying => ({ greeting: usual, packets })

const other = fc.oneof(
  fc.tuple(fc.constantFrom(...names), json).map(([name, value]) => said(`42["${name}",${value}]`)),
  fc
    .tuple(fc.constantFrom('waiting', ...names), fc.nat(99))
    .map(([name, id]) => said(`42${id}["${name}",{"_placeholder":true,"num":0}]`)),
)

/** Packets of no form, for other namespaces, acknowledgements of nothing, and one with nothing in it. */
const formless =
  '451-["patch",{"_placeholder":true,"num":9}] 459999999999-["x"] 43[] 431["x"] 44{"x":1} 41 40/admin, 40/ 40{ 42 42[ 42{} ' +
  '42[1] 42[null] 42["__proto__"] 2 3 6 1 9 '

/** On a line, or before it is one. */
const packet = fc.oneof(
  fc.constantFrom(...formless.split(' ')),
  fc.tuple(fc.constantFrom('4', '40', '42', '45', ''), anyText).map(([kind, words]) => kind + words.toWellFormed()),
  fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
)

/** What a line can carry, by what it is; each so often, and what leaves the line as it is fifty times on one. */
const sayings: Readonly<Record<string, { perLine: number; of: fc.Arbitrary<Saying> }>> = {
  'event waiting': {
    perLine: 50,
    of: fc
      .array(waiting, { minLength: 50, maxLength: 50 })
      .map((all) => said(...all.map((one) => `42["waiting",${text(one)}]`))),
  },
  'event connect': {
    perLine: 1,
    of: fc
      .record({ link: fc.jsonValue(), phone: fc.jsonValue(), epoch: fc.jsonValue() }, { requiredKeys: [] })
      .map((auth) => ({ greeting: `40${text(auth)}`, packets: ['42["waiting",{"count":1,"oldestMs":1}]'] })),
  },
  'other events': { perLine: 1, of: other },
  packets: {
    perLine: 1,
    of: fc
      .tuple(fc.array(packet, { minLength: 1, maxLength: 4 }), fc.boolean())
      .map(([packets, isGreeted]) => ({ greeting: isGreeted ? usual : null, packets })),
  },
}

/** Says it, and takes leave: whoever answers that has heard everything before. */
function sayOverLine(port: number, { greeting, packets }: Saying): Promise<void> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`)
    const late = setTimeout(() => socket.terminate(), patienceMs)
    const say = () => {
      for (const one of packets) socket.send(one)
      socket.close()
    }
    socket.on('open', () => (greeting === null ? say() : socket.send(greeting)))
    // What is said before the server has answered the greeting is heard by nobody.
    socket.on('message', (data: Buffer) => {
      if (greeting !== null && /^4[04]/.test(String(data))) say()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(late)
      resolve()
    })
  })
}

/** Every event that a line could carry, and what is no event at all. */
export async function sayAll(server: FaultServer, tally: Tally, counts: DoorCounts, count: number): Promise<void> {
  for (const [what, { perLine, of }] of Object.entries(sayings)) {
    const all = fc.sample(of, { numRuns: Math.ceil(count / perLine), seed: count })
    await inTurns(all, 24, async (one) => {
      await sayOverLine(server.port, one)
      counts.note(what, perLine)
      tally.count('lines')
    })
    tally.cycle()
  }
}
