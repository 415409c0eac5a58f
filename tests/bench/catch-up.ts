import { createConnection } from 'node:net'
import { newSecret } from '#shared/core/ids.ts'
import { type BenchServer, startServer } from '#tests/bench/child.ts'
import { line, median, monotonic, percentile } from '#tests/bench/line.ts'
import { RawConnection } from '#tests/bench/raw-http.ts'
import { checkInWith, signInAtBench } from '#tests/bench/sasae-devices.ts'

const desks = 30
const rounds = 9

/** A device that comes back: who it is, and how far it knew. */
interface Device {
  header: 'authorization' | 'cookie'
  who: string
  since: number
}

/** Asks on a line of its own, as a device does whose line was cut; answers what came. */
function comeBack(port: number, { header, who, since }: Device): Promise<{ seq: number; body: string; at: number }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = createConnection(port, '127.0.0.1', () => {
      const lines = [`GET /api/changes?since=${since} HTTP/1.1`, `host: 127.0.0.1:${port}`, `${header}: ${who}`]
      socket.write(`${lines.join('\r\n')}\r\nconnection: close\r\n\r\n`)
    })
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('end', () => {
      const [head = '', body = ''] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n')
      if (!head.startsWith('HTTP/1.1 200')) return reject(new Error(head))
      resolve({ seq: Number(/"seq":(\d+)/.exec(body)?.[1]), body, at: monotonic() })
    })
  })
}

/** How long until the last of all is back, and how long each waited. */
async function allComeBack(port: number, devices: readonly Device[], seq: number) {
  const started = monotonic()
  const back = await Promise.all(devices.map((device) => comeBack(port, device)))
  const behind = back.filter((one) => one.seq !== seq).length
  if (behind > 0) throw new Error(`${behind} devices are not at ${seq}`)
  return { lastMs: Math.max(...back.map(({ at }) => at)) - started, waits: back.map(({ at }) => at - started) }
}

/** The line was cut; meanwhile something happened that everyone must hear of. */
async function somethingHappens(server: BenchServer): Promise<number> {
  const committed = new Promise<number>((resolve) => {
    const listen = (message: { seq?: number }) => {
      if (message.seq === undefined) return
      server.child.off('message', listen)
      resolve(message.seq)
    }
    server.child.on('message', listen)
  })
  server.child.send({ notice: true })
  return committed
}

/** Teaches the bare server what the real one answers; afterwards both give the same. */
async function teach(bare: BenchServer, port: number, devices: readonly Device[]): Promise<void> {
  for (const device of devices) {
    const { body } = await comeBack(port, device)
    const kept = new Promise((resolve) => bare.child.once('message', resolve))
    bare.child.send({ who: device.who, body })
    await kept
  }
}

/** Everyone back at the present number after a cut, beside the same answers from memory by bare `node:http`. */
export async function catchUpBench(phones: number) {
  const [sasae, bare] = [await startServer('./sasae-server.ts'), await startServer('./bare-answers-server.ts')]
  const measured: { lastMs: number; waits: number[] }[] = []
  const limits: number[] = []
  try {
    const connection = new RawConnection(sasae.port, '/api/commands')
    const tokens = Array.from({ length: phones }, () => newSecret())
    for (const token of tokens) await checkInWith(connection, token)
    connection.close()
    const cookie = await signInAtBench(sasae.port)
    for (let round = 0; round < rounds; round++) {
      const since = await somethingHappens(sasae)
      const seq = await somethingHappens(sasae)
      const back: Device[] = [
        ...Array.from({ length: desks }, () => ({ header: 'cookie', who: cookie, since }) as const),
        ...tokens.map((token) => ({ header: 'authorization', who: `Personal ${token}`, since: 0 }) as const),
      ]
      measured.push(await allComeBack(sasae.port, back, seq))
      await teach(bare, sasae.port, back.slice(desks - 1))
      limits.push((await allComeBack(bare.port, back, seq)).lastMs)
    }
  } finally {
    await sasae.stop()
    await bare.stop()
  }
  // The first rounds warm both up.
  const warm = measured.slice(2)
  const p95Ms = Math.round(
    percentile(
      warm.flatMap(({ waits }) => waits),
      95,
    ),
  )
  const value = median(warm.map(({ lastMs }) => lastMs))
  return [line(`catch-up/${phones}`, value, 'ms', median(limits.slice(2)), { desks, p95Ms })]
}
