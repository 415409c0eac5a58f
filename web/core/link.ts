import { signal } from '@preact/signals'
import type { CatchUp, ClockReading, Patch } from '#shared/core/patch.ts'
import { type KeepingState, untroubled } from '#shared/keeping/keeping-state.ts'
import { sweepWhenDue } from '#web/core/acknowledged.ts'
import { centerNow, elapsed, setClock } from '#web/core/clock.ts'
import { type CopyMet, epochWord, onCopyMet } from '#web/core/epoch.ts'
import { Line } from '#web/core/line.ts'
import { offerAgain, onGivenBack } from '#web/core/offers.ts'
import { currentToken, linkCredentials, request } from '#web/core/request.ts'
import { flush, unsent, waitingFor } from '#web/core/send.ts'
import { LiveSocket } from '#web/core/socket.ts'
import { store } from '#web/core/store.ts'
import { onVersionMet } from '#web/core/version.ts'

/** Whether the personal link of this page is dead: re-issued, or of another center. */
export const isStranger = signal(false)

/** How it stands with the center's file; desks alone are told. */
export const keepingState = signal<KeepingState>(untroubled)

const strangerListeners = new Set<() => void>()

/** Hears that the server no longer gives what it gave before. */
export function onStranger(listener: () => void): void {
  strangerListeners.add(listener)
}

/** Longer than a slow line needs for a phone's few records, shorter than a person waits. */
const patienceMs = 7000

function fetchChanges(since: number) {
  if (centerNow() === 0) void readClock()
  return request<CatchUp>('GET', `/api/changes?since=${since}`, undefined, patienceMs)
}

async function readClock(): Promise<void> {
  const reply = await request<ClockReading>('GET', '/api/clock', undefined, patienceMs)
  if (reply.kind === 'done' && centerNow() === 0) setClock(reply.body)
}

const isPersonal = (audiences: readonly string[]) => audiences.some((audience) => audience.startsWith('person:'))

const line = new Line({
  store,
  fetch: fetchChanges,
  takesAll: () => currentToken() !== null,
  elapsed,
  centerNow,
  isMine: (audiences) => currentToken() === null || isPersonal(audiences),
  follows: (audiences) => currentToken() !== null && isPersonal(audiences),
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

/** Whether this page speaks with an old copy of its center, or with one of two that both went on. */
export const copyMet = signal<CopyMet>('current')
onCopyMet((met) => {
  copyMet.value = met
})

/** Whether the server is of another build than this page. */
export const newerVersion = signal(false)
onVersionMet((isNewer) => {
  newerVersion.value = isNewer
})

let socket: LiveSocket | undefined

function onEvent(name: string, content: unknown): void {
  // The server is the same program; what it sends under a name is of that name's type.
  if (name === 'patch') line.takePatch(content as Patch)
  if (name === 'keeping') keepingState.value = content as KeepingState
  if (name !== 'clock') return
  setClock(content as ClockReading)
  line.heard()
}

/** A page that wakes does not trust its old socket: it asks at once, and knocks anew instead of waiting its turn. */
function onWake(): void {
  if (document.visibilityState !== 'visible') return
  if (line.woke()) socket?.reconnect()
}

/** Tells the center what this device could not send yet: a desk that looks after all sees which one is in need. */
function tellWaiting(): void {
  const ages = unsent.value.map(waitingFor)
  socket?.say('waiting', { count: ages.length, oldestMs: Math.max(0, ...ages) })
}

/** Opens the live line; records come by a fetch at once. */
export async function openLink(): Promise<void> {
  setInterval(() => line.watch(), 1000)
  // What is kept is tried again also while the socket is still looking for its line.
  setInterval(() => {
    void flush()
    void offerAgain()
    void sweepWhenDue(centerNow())
  }, 5000)
  document.addEventListener('visibilitychange', onWake)
  addEventListener('pageshow', onWake)
  addEventListener('online', onWake)
  socket = new LiveSocket({
    onOpen() {
      line.opened()
      tellWaiting()
    },

    credentials: () => ({ ...linkCredentials(), epoch: epochWord() }),
    onClose: () => line.closed(),
    onBeat: () => line.heard(),
    onEvent,
  })
  unsent.subscribe(tellWaiting)
  await line.catchUp()
}

onGivenBack(() => {
  if (isStranger.value) void reopenLink()
})

/** Takes everything in anew, while what is held stays on the screen. */
export const takeInAnew = () => line.takeInAnew()

/** Starts anew as someone else: another session's rooms, and nothing held from before. */
export async function reopenLink(): Promise<void> {
  line.startAnew()
  isStranger.value = false
  if (!socket) return openLink()
  socket.reconnect()
  await line.catchUp()
}
