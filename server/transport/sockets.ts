import type { Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import { setImmediate as othersFirst } from 'node:timers/promises'
import { Server, type ServerOptions, type Socket } from 'socket.io'
import { z } from 'zod'
import { type Actor, audiencesOfActor } from '#server/core/actor.ts'
import { onItsOwn } from '#server/core/bug.ts'
import type { Center } from '#server/core/center.ts'
import type { EpochGuard } from '#server/keeping/epoch-guard.ts'
import type { Lines } from '#server/keeping/vitals.ts'
import { clockReading } from '#server/transport/clock-reading.ts'
import { isEncrypted, isOwnHost, isOwnOrigin, isThisMachine } from '#server/transport/doors.ts'
import type { Rates } from '#server/transport/rates.ts'
import type { Sessions } from '#server/transport/session.ts'
import type { Audience } from '#shared/access/audiences.ts'
import type { ClockReading, Patch } from '#shared/core/patch.ts'
import type { KeepingState } from '#shared/keeping/keeping-state.ts'

interface ServerToClient {
  patch: (patch: Patch) => void
  clock: (reading: ClockReading) => void
  keeping: (state: KeepingState) => void
}

interface ClientToServer {
  waiting: (said: unknown) => void
}

interface OfSocket {
  waiting?: z.infer<typeof waiting>
}

const waiting = z.object({ count: z.number().int().min(0).max(10_000), oldestMs: z.number().min(0).max(1e10) })

/** Who holds a line now, and what those devices could not send yet. */
function linesOf(io: Sockets): Lines {
  const all = [...io.of('/').sockets.values()]
  const ofDesks = all.filter(({ rooms }) => rooms.has('staff'))
  // What the laptop says to itself goes through no air.
  const plainDesks = ofDesks.filter(({ handshake: { secure, address } }) => !secure && !isThisMachine(address)).length
  const told = all.flatMap(({ data }) => data.waiting ?? []).filter(({ count }) => count > 0)
  return { desks: ofDesks.length, plainDesks, phones: all.length - ofDesks.length, waiting: told }
}

const clockEveryMs = 30_000

export type Sockets = Server<ClientToServer, ServerToClient, Record<string, never>, OfSocket>

function cookieNamed(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(/;\s*/).find((one) => one.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

async function actorOf(socket: Socket, sessions: Sessions): Promise<Actor> {
  const { link, phone } = socket.handshake.auth
  return sessions.actorOf({
    cookie: cookieNamed(socket.handshake.headers.cookie, sessions.cookieName(socket.handshake.secure)),
    link: typeof link === 'string' ? link : undefined,
    phone: typeof phone === 'string' ? phone : undefined,
    setUpCode: undefined,
    remoteAddress: socket.handshake.address,
  })
}

/** The server alone says which rooms a device is in. */
async function joinRooms(socket: Socket, sessions: Sessions): Promise<void> {
  await socket.join(audiencesOfActor(await actorOf(socket, sessions)))
}

/** Acts after which a desk may hold more or less than before: signing out, another desk, another form. */
const changesDesks = /^access\.(?!openSession$)|^center\..*(Profile|Desk)/

/**
 * Acts after which a phone may: another link, another check-in behind it since two were merged, another day, and the end of
 * a day, with which the link of whoever has left ends too.
 */
const changesPhones =
  /^volunteers\.reissueLink$|^doubles\.(mergePersons|unmerge)$|^center\.openDay$|^reports\.(close|reopen)Day$/

/** A desk's session also ends by itself, after its twelve hours; a phone's link does in the night after its day. */
const reviewEveryMs = { desks: 15_000, phones: 10 * 60_000 }

/** So many are asked who they are before others have their turn. */
const askedTogether = 50

function isAbout(acts: RegExp, { records }: Patch): boolean {
  return records.some(
    ({ kind, record }) =>
      kind === 'logEntry' && 'type' in record && typeof record.type === 'string' && acts.test(record.type),
  )
}

type Seats = 'desks' | 'phones'

const isDesk = (rooms: ReadonlySet<string>) => rooms.has('staff' satisfies Audience)

/** Closes the line of every device that is no longer who it was; it comes back, and is asked again who it is. */
async function closeStrangers(io: Sockets, sessions: Sessions, seats: Seats): Promise<void> {
  // Thousands of phones need not be asked who they are because a desk changed its person.
  const sockets = [...io.of('/').sockets.values()].filter(({ rooms }) => isDesk(rooms) === (seats === 'desks'))
  for (const [index, socket] of sockets.entries()) {
    if (index % askedTogether === askedTogether - 1) await othersFirst()
    const audiences: string[] = audiencesOfActor(await actorOf(socket, sessions))
    const rooms = [...socket.rooms].filter((room) => room !== socket.id)
    const same = rooms.length === audiences.length && rooms.every((room) => audiences.includes(room))
    if (!same) socket.disconnect(true)
  }
}

/** Says what time it is at the center, and how fast its time goes. */
export function tellClock(
  devices: { emit(event: 'clock', reading: ClockReading): unknown },
  center: Pick<Center, 'clock' | 'health'>,
): void {
  devices.emit('clock', clockReading(center))
}

const ofEveryLine: Partial<ServerOptions> = {
  transports: ['websocket'],
  perMessageDeflate: false,
  serveClient: false,
  // The heartbeat: a phone that hears nothing for eleven seconds says so.
  pingInterval: 5000,
  pingTimeout: 6000,
  maxHttpBufferSize: 16 * 1024,
}

/** The library closes what was attached last; lines by https are closed with it. */
function attach(io: Sockets, http: HttpServer, https: HttpsServer | undefined): void {
  if (https) {
    io.attach(https)
    const lines = io.engine
    http.on('close', () => lines.close())
  }
  io.attach(http)
}

/** Tells devices of changes. Delivery is at most once; what is true is what a fetch returns. Devices never name rooms. */
export function openSockets(
  http: HttpServer,
  center: Center,
  { sessions, epochs, rates }: { sessions: Sessions; epochs: EpochGuard; rates: Rates },
  https?: HttpsServer,
): Sockets {
  const io: Sockets = new Server({
    ...ofEveryLine,
    allowRequest: ({ headers, socket: line }, answer) => {
      const encrypted = isEncrypted(line)
      const token = cookieNamed(headers.cookie, sessions.cookieName(encrypted))
      const tooMany = () => rates.problemWith('line', { token, remoteAddress: line.remoteAddress }) !== null
      answer(null, isOwnHost(headers.host) && isOwnOrigin(headers.origin, headers.host, encrypted) && !tooMany())
    },
  })
  attach(io, http, https)
  io.use((socket, next) => {
    const { epoch } = socket.handshake.auth
    // A device that has met a later copy of this center hears nothing from here.
    if (epochs.problemWith(typeof epoch === 'string' ? epoch : undefined)) return next(new Error('superseded'))
    joinRooms(socket, sessions).then(() => next(), next)
  })
  const clock = () => clockReading(center)
  io.on('connection', (socket) => {
    // Pages listen here, and say nothing but what waits on them. Whatever says another word is none of ours.
    socket.onAny((word) => {
      if (word !== 'waiting') socket.disconnect(true)
    })
    socket.emit('clock', clock())
    if (socket.rooms.has('staff')) socket.emit('keeping', center.keeping.state)
    // A device that was cut off tells what it still has; until it says otherwise, that is how it stands.
    socket.on('waiting', (said: unknown) => {
      const parsed = waiting.safeParse(said)
      if (parsed.success) socket.data.waiting = parsed.data
    })
  })
  const review = (seats: Seats) => onItsOwn('review of sockets', closeStrangers(io, sessions, seats))
  // A device that slept takes its clock from here again.
  const telling = setInterval(() => io.emit('clock', clock()), clockEveryMs)
  const reviewing = [
    setInterval(() => review('desks'), reviewEveryMs.desks),
    setInterval(() => review('phones'), reviewEveryMs.phones),
  ]
  center.keeping.onChange((state) => {
    io.to('staff').emit('keeping', state)
    io.emit('clock', clock())
  })
  center.vitals.lines = () => linesOf(io)
  http.on('close', () => {
    clearInterval(telling)
    for (const timer of reviewing) clearInterval(timer)
  })
  center.onPatch((patches) => {
    for (const patch of patches) io.to(patch.audience).emit('patch', patch)
    if (patches.some((patch) => isAbout(changesDesks, patch))) review('desks')
    if (patches.some((patch) => isAbout(changesPhones, patch))) review('phones')
  })
  return io
}
