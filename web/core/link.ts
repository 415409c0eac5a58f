import { signal } from '@preact/signals'
import type { Socket } from 'socket.io-client'
import type { CatchUp, ClockReading, Patch } from '#shared/core/patch.ts'
import { setClock } from '#web/core/clock.ts'
import { currentToken, type Refusal, request } from '#web/core/request.ts'
import { flush } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'

/** 'live' is heard within the last heartbeats; 'offline' has lost the line; 'stale' shows old records meanwhile. */
export type LinkState = 'connecting' | 'live' | 'stale' | 'offline'

export const linkState = signal<LinkState>('connecting')

/** Seconds since the server was last heard. */
export const heardAgoSeconds = signal(0)

/** The center's time of what is shown, in milliseconds; for 「12:03 現在」. */
export const shownAsOf = signal(0)

/** Set when the server no longer knows who this is: the session is over or the link is dead. */
export const refusedBecause = signal<Refusal | null>(null)

/** The server beats every five seconds; after two beats missed, old must not look live. */
const staleAfterMs = 10_500

let socket: Socket | undefined
let heardAt = 0
let fetching: Promise<void> | undefined
let holdsSomething = false

function heard(): void {
  heardAt = performance.now()
  heardAgoSeconds.value = 0
  shownAsOf.value = Math.max(shownAsOf.value, 1)
  if (linkState.value !== 'live' && holdsSomething && socket?.connected) linkState.value = 'live'
}

function watch(): void {
  if (heardAt === 0) return
  const ago = performance.now() - heardAt
  heardAgoSeconds.value = Math.floor(ago / 1000)
  if (ago > staleAfterMs && linkState.value === 'live') linkState.value = 'stale'
}

/** Fetches what was missed; phones take their whole small snapshot. */
export function catchUp(): Promise<void> {
  fetching ??= fetchChanges().finally(() => {
    fetching = undefined
  })
  return fetching
}

async function fetchChanges(): Promise<void> {
  const since = currentToken() ? 0 : store.since
  const reply = await request<CatchUp>('GET', `/api/changes?since=${since}`)
  if (reply.kind === 'refused') refusedBecause.value = reply.problem
  if (reply.kind !== 'done') return
  store.takeIn(reply.body, since === 0)
  holdsSomething = true
  heard()
  void flush()
}

function listen(opened: Socket): void {
  opened.on('connect', () => void catchUp())
  opened.on('disconnect', () => {
    linkState.value = 'offline'
  })
  opened.on('patch', (patch: Patch) => {
    heard()
    if (!store.apply(patch)) void catchUp()
  })
  opened.on('clock', (reading: ClockReading) => {
    setClock(reading)
    heard()
  })
  opened.io.on('ping', heard)
}

/** A page that wakes does not trust its old socket: it asks at once. */
function onWake(): void {
  if (document.visibilityState !== 'visible') return
  if (performance.now() - heardAt > staleAfterMs && linkState.value === 'live') linkState.value = 'stale'
  if (socket && !socket.connected) socket.connect()
  void catchUp()
}

/** Opens the live line; the socket's code is loaded after the page can be used. */
export async function openLink(): Promise<void> {
  const { io } = await import('socket.io-client')
  socket = io({
    transports: ['websocket'],
    auth: { link: currentToken() },
    // Three thousand phones that come back at once must not knock together.
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    randomizationFactor: 0.9,
    timeout: 8000,
  })
  listen(socket)
  setInterval(watch, 1000)
  // What is kept is tried again also while the socket is still looking for its line.
  setInterval(() => void flush(), 5000)
  document.addEventListener('visibilitychange', onWake)
  addEventListener('pageshow', onWake)
  addEventListener('online', onWake)
}

/** Starts anew as someone else: another session's rooms, and nothing held from before. */
export async function reopenLink(): Promise<void> {
  store.clear()
  holdsSomething = false
  if (!socket) return openLink()
  socket.auth = { link: currentToken() }
  socket.disconnect().connect()
}
