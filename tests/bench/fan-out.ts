import { once } from 'node:events'
import WebSocket from 'ws'
import { newSecret } from '#shared/core/ids.ts'
import { type BenchServer, startServer } from '#tests/bench/child.ts'
import { line, median, monotonic, percentile } from '#tests/bench/line.ts'
import { RawConnection } from '#tests/bench/raw-http.ts'
import { checkInWith, signInAtBench } from '#tests/bench/sasae-devices.ts'

const desks = 10
const rounds = 21

interface Server extends BenchServer {
  /** Makes one change that every device hears of. */
  change(round: number): void
}

/** Opens the devices' sockets and says how many have heard the present round, and when the last one did. */
class Devices {
  private heard = 0
  private lastAt = 0
  private wanted = 0
  private all: (() => void) | undefined
  private readonly sockets: WebSocket[] = []

  async open(
    count: number,
    connect: (index: number) => Promise<WebSocket>,
    isPatch: (text: string) => boolean,
  ): Promise<void> {
    for (let index = 0; index < count; index++) {
      const socket = await connect(index)
      socket.on('message', (bytes: Buffer) => {
        const text = bytes.toString('latin1')
        // Engine.IO's heartbeat is answered as a device would.
        if (text === '2') socket.send('3')
        if (isPatch(text)) this.hear()
      })
      this.sockets.push(socket)
    }
  }

  /** When the last of all devices has heard, in the machine's monotonic milliseconds. */
  async lastHears(start: () => void): Promise<number> {
    this.heard = 0
    this.wanted = this.sockets.length
    const done = new Promise<void>((resolve) => {
      this.all = resolve
    })
    start()
    await done
    return this.lastAt
  }

  close(): void {
    for (const socket of this.sockets) socket.terminate()
  }

  private hear(): void {
    this.heard++
    if (this.heard < this.wanted) return
    this.lastAt = monotonic()
    this.all?.()
  }
}

async function socketIo(port: number, auth: object, cookie: string | undefined): Promise<WebSocket> {
  const headers = cookie ? { cookie } : {}
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, { headers })
  await once(socket, 'message')
  socket.send(`40${JSON.stringify(auth)}`)
  // The namespace is joined, and the clock has been told.
  await once(socket, 'message')
  return socket
}

/** Phones with their personal links, and desks that are signed in, on the real server. */
async function openSasae(phones: number): Promise<{ server: Server; devices: Devices }> {
  const base = await startServer('./sasae-server.ts')
  const cookie = await signInAtBench(base.port)
  const connection = new RawConnection(base.port, '/api/commands')
  const devices = new Devices()
  const connect = async (index: number) => {
    if (index < desks) return socketIo(base.port, {}, cookie)
    const token = newSecret()
    await checkInWith(connection, token)
    return socketIo(base.port, { link: token }, undefined)
  }
  await devices.open(desks + phones, connect, (text) => text.startsWith('42["patch",{"audience":"everyone"'))
  const change = () => base.child.send({ notice: true })
  return { server: { ...base, change }, devices }
}

async function openBare(count: number): Promise<{ server: Server; devices: Devices }> {
  const base = await startServer('./bare-ws-server.ts')
  const devices = new Devices()
  const connect = async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${base.port}`)
    await once(socket, 'open')
    return socket
  }
  await devices.open(count, connect, () => true)
  return { server: { ...base, change: () => base.child.send({ notice: true }) }, devices }
}

async function oneRound(server: Server, devices: Devices, round: number): Promise<number> {
  const committed = new Promise<number>((resolve) => {
    const listen = (message: { committed?: number }) => {
      if (message.committed === undefined) return
      server.child.off('message', listen)
      resolve(message.committed)
    }
    server.child.on('message', listen)
  })
  const last = await devices.lastHears(() => server.change(round))
  return last - (await committed)
}

/** From a durable commit to the last device, with ten desks, beside a bare `ws` broadcast of the same text to the same client. */
export async function fanOutBench(phones: number) {
  const [sasae, bare] = [await openSasae(phones), await openBare(desks + phones)]
  const measured: number[] = []
  const limits: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      limits.push(await oneRound(bare.server, bare.devices, round))
      measured.push(await oneRound(sasae.server, sasae.devices, round))
    }
  } finally {
    for (const { server, devices } of [sasae, bare]) {
      devices.close()
      await server.stop()
    }
  }
  // The first rounds warm both up.
  const [values, floor] = [measured.slice(5), limits.slice(5)]
  const p95Ms = Math.round(percentile(values, 95) * 10) / 10
  return [line(`fan-out/${phones}`, median(values), 'ms', median(floor), { p95Ms })]
}
