import './reservation.css'
import { spread } from '#shared/core/ids.ts'
import { readOwnJson } from '#shared/core/json.ts'
import { startPulse } from '#web/core/page-pulse.ts'
import { formById, openOwn } from './own-form.ts'
import { type ActPageData, ReservationActs } from './reservation-acts.ts'

/** What the server wrote into the page for this script. */
interface PageData extends ActPageData {
  /** How long until the next date opens, by the server's clock, when it wrote the page. */
  opensInMs: number | null
  countdown: string
  openNow: string
  sending: string
}

/** Somebody who waits is shown anew by itself, each phone in its own time. */
const lookAgainMs = 60_000

const byId = (id: string) => document.getElementById(id)

const twoDigits = (value: number) => String(value).padStart(2, '0')

function clockLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${hours > 0 ? `${hours}:${twoDigits(minutes)}` : minutes}:${twoDigits(seconds % 60)}`
}

/** Counts down from what the server said; the phone's own clock may be minutes off. */
function countDown({ opensInMs, countdown, openNow }: PageData): void {
  const shown = byId('countdown')
  if (!shown || opensInMs === null) return
  const tick = () => {
    const left = opensInMs - performance.now()
    shown.textContent = left > 0 ? countdown.replace('{left}', clockLeft(left)) : openNow
    if (left > 0) setTimeout(tick, Math.min(1000, left % 1000 || 1000))
  }
  tick()
}

const openLinked = () => openOwn(location.hash.slice(1))

/** Asks for the own page anew, unless somebody is about to do something on it. */
function showOwnAnew(): boolean {
  const form = formById('own')
  if (!form || document.visibilityState !== 'visible' || document.querySelector('details[open]')) return false
  form.submit()
  return true
}

/** Reloading and bookmarking the own page must find it again: its address gets the fragment that opens it. */
function keepOwnAddress(): void {
  const link = byId('own-link')
  if (!(link instanceof HTMLAnchorElement)) return
  history.replaceState(null, '', link.href)
  if (byId('state')?.dataset.status !== 'waiting') return
  setTimeout(function look() {
    if (!showOwnAnew()) setTimeout(look, lookAgainMs)
  }, spread(lookAgainMs))
}

/** Makes the server's pages of 活動予約 quicker. */
export function startReservation(): void {
  const data = readOwnJson<PageData>(byId('data')?.textContent ?? '{}')
  if (openLinked()) return
  window.addEventListener('hashchange', openLinked)
  countDown(data)
  keepOwnAddress()
  new ReservationActs(data).start()
  startPulse({ keepsTyped: false, onBack: showOwnAnew })
  for (const form of document.querySelectorAll('form'))
    form.addEventListener('submit', () => {
      const button = form.querySelector('button')
      if (button) button.textContent = data.sending
    })
}
