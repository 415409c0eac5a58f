import type { Server as HttpServer } from 'node:http'
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { resolve } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { onItsOwn } from '#server/core/bug.ts'
import type { Center } from '#server/core/center.ts'
import { monotonicMilliseconds } from '#server/core/clock.ts'
import { type Outside, theOutside } from '#server/core/outside.ts'
import { newSetUpCode } from '#server/core/secret.ts'
import type { Archive } from '#server/keeping/archive.ts'
import { EpochGuard } from '#server/keeping/epoch-guard.ts'
import type { Keeper } from '#server/keeping/keeper.ts'
import type { Certificates } from '#server/transport/certificates.ts'
import { CountedClock } from '#server/transport/clock-reading.ts'
import { httpApp } from '#server/transport/http.ts'
import type { HttpsDoor } from '#server/transport/https-page.ts'
import { Rates } from '#server/transport/rates.ts'
import { Sessions } from '#server/transport/session.ts'
import { openSockets, tellClock } from '#server/transport/sockets.ts'
import { StaticFiles } from '#server/transport/static-files.ts'

/** A center that phones and desks can reach. */
export interface Served {
  port: number
  /** Https beside it, where it was asked for. */
  https: HttpsDoor | undefined
  /** What another machine must type to set up a center; the laptop itself needs none. */
  setUpCode: string
  close(): Promise<void>
}

/** Https for staff devices, on a port of its own. */
export interface HttpsWish {
  port: number
  certificates: Certificates
}

const clockReviewEveryMs = 500

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

type Answer = Parameters<typeof createAdaptorServer>[0]['fetch']

/**
 * So many lines may wait to be taken up; the system allows no more. When a server comes back, thousands of phones knock
 * within a second, and one that finds no place to wait tries again only after many seconds.
 */
const waitingLines = 4096

/** Lets a server listen to every device around; answers its port. */
function listenOn<S extends HttpServer | HttpsServer>(server: S, port: number): Promise<{ server: S; port: number }> {
  return new Promise((ready, failed) => {
    server.on('error', failed)
    server.listen({ port, host: '0.0.0.0', backlog: waitingLines }, () =>
      ready({ server, port: (server.address() as AddressInfo).port }),
    )
  })
}

/** A laptop changes its Wi-Fi, and its address with it; devices must not be warned of the center for that. */
const certificateReviewEveryMs = 30_000

/** The same center by https: the plain one beside it stays as it is. */
async function listenEncrypted(fetch: Answer, { port, certificates }: HttpsWish) {
  const secure = { createServer: createHttpsServer, serverOptions: certificates.shown }
  const made = createAdaptorServer({ fetch, ...secure }) as HttpsServer
  const { server, port: listening } = await listenOn(made, port)
  const renew = async () => {
    if (await certificates.renew()) server.setSecureContext(certificates.shown)
  }
  const reviewing = setInterval(() => onItsOwn('review of the certificate', renew()), certificateReviewEveryMs)
  const lines = linesOf(server)
  return {
    server,
    port: listening,
    cut: () => lines.cut(),
    async close() {
      clearInterval(reviewing)
      await new Promise((closed) => server.close(closed))
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
  httpsWish?: HttpsWish,
): Promise<Served> {
  const setUpCode = newSetUpCode()
  const sessions = new Sessions(center, setUpCode, port, elapsed)
  let listening = port
  let door: HttpsDoor | undefined
  const files = new StaticFiles(resolve(import.meta.dirname, '../../dist/web'), center.kind)
  const epochs = await EpochGuard.open(center, archive)
  const rates = new Rates(elapsed)
  const doors = { port: () => listening, https: () => door }
  const { app } = httpApp({ center, epochs, sessions, rates, files, ...doors, outside, keeper })
  const plain = await listenOn(createAdaptorServer({ fetch: app.fetch }) as HttpServer, port)
  listening = plain.port
  const encrypted = httpsWish && (await listenEncrypted(app.fetch, httpsWish))
  if (encrypted) {
    door = { port: encrypted.port, authority: httpsWish.certificates.authority }
    center.vitals.certificateDays = () => httpsWish.certificates.daysLeft
  }
  const lines = linesOf(plain.server)
  const io = openSockets(plain.server, center, { sessions, epochs, rates }, encrypted?.server)
  const counted = new CountedClock(center.clock)
  const reviewing = setInterval(() => {
    if (counted.isLeft()) tellClock(io, center)
  }, clockReviewEveryMs)
  return {
    port: listening,
    https: door,
    setUpCode,
    async close() {
      clearInterval(reviewing)
      const cutting = setTimeout(() => {
        lines.cut()
        encrypted?.cut()
      }, graceMs)
      await io.close()
      await encrypted?.close()
      clearTimeout(cutting)
      await center.close()
    },
  }
}
