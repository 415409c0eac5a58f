import { signal } from '@preact/signals'
import type { Socket } from 'socket.io-client'
import type { CatchUp, ClockReading, Patch } from '#shared/core/patch.ts'
import { centerNow, elapsed, setClock } from '#web/core/clock.ts'
import { Line } from '#web/core/line.ts'
import { currentToken, request } from '#web/core/request.ts'
import { flush } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'

/** Whether the personal link of this page is dead: re-issued, or of another center. */
export const isStranger = signal(false)

const strangerListeners = new Set<() => void>()

/** Hears that the server no longer gives what it gave before. */
export function onStranger(listener: () => void): void {
  strangerListeners.add(listener)
}

/** Longer than a slow line needs for a phone's few records, shorter than a person waits. */
const patienceMs = 7000

/** Tried again this often: the socket's code on a line that breaks, a socket that the server closed. */
const retryMs = 3000

function fetchChanges(since: number) {
  if (centerNow() === 0) void readClock()
  return request<CatchUp>('GET', `/api/changes?since=${since}`, undefined, patienceMs)
}

async function readClock(): Promise<void> {
  const reply = await request<ClockReading>('GET', '/api/clock', undefined, patienceMs)
  if (reply.kind === 'done' && centerNow() === 0) setClock(reply.body)
}

const line = new Line({
  store,
  fetch: fetchChanges,
  takesAll: () => currentToken() !== null,
  elapsed,
  centerNow,
  isMine: (audiences) => currentToken() === null || audiences.some((audience) => audience.startsWith('person:')),
  onStranger() {
    if (currentToken() !== null) isStranger.value = true
    for (const listener of strangerListeners) listener()
  },
  onCurrent: () => void flush(),
})

/** How far what this page shows can be trusted. */
export const linkState = line.state

/** Seconds since the server was last heard. */
export const heardAgoSeconds = line.heardAgo

/** The center's time of what is shown, in milliseconds, for 「12:03 の内容」; 0 before anything is. */
export const shownAsOf = line.asOf

let socket: Socket | undefined
let isOpen = false

function listen(opened: Socket): void {
  opened.on('connect', () => line.opened())
  opened.on('disconnect', () => {
    line.closed()
    reconnectUnlessItDoes(opened)
  })
  opened.on('connect_error', () => reconnectUnlessItDoes(opened))
  opened.on('patch', (patch: Patch) => line.takePatch(patch))
  opened.on('clock', (reading: ClockReading) => {
    setClock(reading)
    line.heard()
  })
  // The engine's heartbeat: it comes every five seconds as long as the line carries.
  opened.io.on('ping', () => line.heard())
}

/** A socket that the server itself closed or refused does not come back of its own. */
function reconnectUnlessItDoes(closed: Socket): void {
  if (closed.active) return
  setTimeout(() => {
    if (!closed.connected && !isStranger.value) closed.connect()
  }, retryMs)
}

/** A page that wakes does not trust its old socket: it asks at once, and knocks anew instead of waiting its turn. */
function onWake(): void {
  if (document.visibilityState !== 'visible') return
  if (line.woke() && socket && !isStranger.value) socket.disconnect().connect()
}

async function loadSocket(): Promise<typeof import('socket.io-client')> {
  for (;;) {
    try {
      return await import('socket.io-client')
    } catch {
      // The line broke while its code came. Meanwhile the page asks by itself.
      await new Promise((resolve) => setTimeout(resolve, retryMs))
    }
  }
}

/** Opens the live line. Records come by a fetch at once; the socket's code is loaded once the page can be used. */
export async function openLink(): Promise<void> {
  isOpen = true
  void line.catchUp()
  setInterval(() => line.watch(), 1000)
  // What is kept is tried again also while the socket is still looking for its line.
  setInterval(() => void flush(), 5000)
  document.addEventListener('visibilitychange', onWake)
  addEventListener('pageshow', onWake)
  addEventListener('online', onWake)
  addEventListener('offline', () => line.watch())
  const { io } = await loadSocket()
  socket = io({
    transports: ['websocket'],
    auth: (tell) => tell({ link: currentToken() }),
    // Three thousand phones that come back at once must not knock together.
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    randomizationFactor: 0.9,
    timeout: 6000,
  })
  listen(socket)
}

/** Fetches what was missed, now. */
export const catchUp = () => line.catchUp()

/** Starts anew as someone else: another session's rooms, and nothing held from before. */
export async function reopenLink(): Promise<void> {
  line.startAnew()
  isStranger.value = false
  if (!isOpen) return openLink()
  await line.catchUp()
  socket?.disconnect().connect()
}
