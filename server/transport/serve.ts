import type { Server as HttpServer } from 'node:http'
import type { Socket } from 'node:net'
import { resolve } from 'node:path'
import { serve as serveHono } from '@hono/node-server'
import type { Center } from '#server/core/center.ts'
import { monotonicMilliseconds } from '#server/core/clock.ts'
import { type Outside, theOutside } from '#server/core/outside.ts'
import { newSetUpCode } from '#server/core/secret.ts'
import type { Archive } from '#server/keeping/archive.ts'
import { EpochGuard } from '#server/keeping/epoch-guard.ts'
import type { Keeper } from '#server/keeping/keeper.ts'
import { httpApp } from '#server/transport/http.ts'
import { Rates } from '#server/transport/rates.ts'
import { Sessions } from '#server/transport/session.ts'
import { openSockets, tellClock } from '#server/transport/sockets.ts'
import { StaticFiles } from '#server/transport/static-files.ts'

/** A center that phones and desks can reach. */
export interface Served {
  port: number
  /** What another machine must type to set up a center; the laptop itself needs none. */
  setUpCode: string
  close(): Promise<void>
}

const paceReviewEveryMs = 3000

/** Lines that are still open this long after the last answer was due are cut: a phone that holds one must stop nobody. */
const graceMs = 1000

/** Every line to a device, live ones too: a server that closes waits for them, and some never end by themselves. */
function linesOf(http: HttpServer): { cut(): void } {
  const lines = new Set<Socket>()
  http.on('connection', (line: Socket) => {
    lines.add(line)
    line.once('close', () => lines.delete(line))
  })
  return {
    cut() {
      for (const line of lines) line.destroy()
    },
  }
}

/** Puts a center on a port: pages, commands and live sockets. Port 0 takes any free one. */
export async function serveCenter(
  center: Center,
  port: number,
  outside: Outside = theOutside,
  keeper: Keeper | null = null,
  elapsed: () => number = monotonicMilliseconds,
  archive?: Archive,
): Promise<Served> {
  const setUpCode = newSetUpCode()
  const sessions = new Sessions(center, setUpCode, port, elapsed)
  let listening = port
  const files = new StaticFiles(resolve(import.meta.dirname, '../../dist/web'), center.kind)
  const epochs = await EpochGuard.open(center, archive)
  const rates = new Rates(elapsed)
  const { app } = httpApp({ center, epochs, sessions, rates, files, port: () => listening, outside, keeper })
  const http = await new Promise<HttpServer>((ready, failed) => {
    const server = serveHono({ fetch: app.fetch, port, hostname: '0.0.0.0' }, (info) => {
      listening = info.port
      ready(server as HttpServer)
    })
    server.on('error', failed)
  })
  const lines = linesOf(http)
  const io = openSockets(http, center, { sessions, epochs, rates })
  let { speed } = center.clock
  const reviewing = setInterval(() => {
    // A drill's clock changes its pace; devices that go on counting at the old one would show another time.
    if (center.clock.speed !== speed) tellClock(io, center)
    speed = center.clock.speed
  }, paceReviewEveryMs)
  return {
    port: listening,
    setUpCode,
    async close() {
      clearInterval(reviewing)
      const cutting = setTimeout(() => lines.cut(), graceMs)
      await io.close()
      clearTimeout(cutting)
      await center.close()
    },
  }
}
