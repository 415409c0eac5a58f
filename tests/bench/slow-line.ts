import { createConnection, createServer, type Socket } from 'node:net'

const bytesPerSecond = 400_000 / 8
const oneWayMs = 150

/** A crowded Wi-Fi: 400 kbit/s towards the phone, 300 ms there and back, a proxy of our own. */
export interface SlowLine {
  port: number
  bytes(): number
  close(): void
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Lets bytes through one after the other at the line's pace, each late by the way they have to go. */
function carry(from: Socket, to: Socket, pace: { free: number; bytes: number }): void {
  // Two timers that fall due together may ring in any order; a line may not.
  let before: Promise<unknown> = Promise.resolve()
  from.on('data', (chunk) => {
    const now = performance.now()
    pace.free = Math.max(pace.free, now) + (chunk.length / bytesPerSecond) * 1000
    pace.bytes += chunk.length
    const due = pace.free + oneWayMs
    before = before.then(() => wait(Math.max(0, due - performance.now()))).then(() => to.writable && to.write(chunk))
  })
  from.on('close', () => void before.then(() => to.destroy()))
  from.on('error', () => to.destroy())
}

export async function startSlowLine(target: number): Promise<SlowLine> {
  const down = { free: 0, bytes: 0 }
  const sockets = new Set<Socket>()
  const server = createServer((phone) => {
    const center = createConnection(target, '127.0.0.1')
    for (const socket of [phone, center]) sockets.add(socket.setNoDelay(true))
    carry(phone, center, { free: 0, bytes: 0 })
    carry(center, phone, down)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { port, bytes: () => down.bytes, close }
}
