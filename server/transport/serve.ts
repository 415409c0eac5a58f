import type { Server as HttpServer } from 'node:http'
import { resolve } from 'node:path'
import { serve as serveHono } from '@hono/node-server'
import type { Center } from '#server/core/center.ts'
import { type Outside, theOutside } from '#server/core/outside.ts'
import { newSetUpCode } from '#server/core/secret.ts'
import { httpApp } from '#server/transport/http.ts'
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

/** Puts a center on a port: pages, commands and live sockets. Port 0 takes any free one. */
export async function serveCenter(center: Center, port: number, outside: Outside = theOutside): Promise<Served> {
  const setUpCode = newSetUpCode()
  const sessions = new Sessions(center, setUpCode, port)
  let listening = port
  const files = new StaticFiles(resolve(import.meta.dirname, '../../dist/web'), center.kind)
  const app = httpApp({ center, sessions, files, port: () => listening, outside })
  const http = await new Promise<HttpServer>((ready, failed) => {
    const server = serveHono({ fetch: app.fetch, port, hostname: '0.0.0.0' }, (info) => {
      listening = info.port
      ready(server as HttpServer)
    })
    server.on('error', failed)
  })
  const io = openSockets(http, center, sessions)
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
      await io.close()
      await center.close()
    },
  }
}
