import { readOwnJson } from '#shared/core/json.ts'
import type { ClockReading } from '#shared/core/patch.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { pulseTexts } from '#shared/texts/page-pulse.ts'
import { request } from '#web/core/request.ts'
import { onVersionMet } from '#web/core/version.ts'

const everyMs = 4000
const patienceMs = 4000

/** After this long without an answer the page says so: two askings may be lost, and it is still within twelve seconds. */
const staleAfterMs = 9000

interface PulseParts {
  /** Whether what is typed outlives a reload, and is sent later where it cannot be now. */
  keepsTyped: boolean
  /** Called when the line is back after it was away: what the page shows may be old. */
  onBack?: () => void
}

type Words = Record<keyof typeof pulseTexts, string>

/** The server wrote the words of the page's language into the page. */
const wordsOf = () => readOwnJson<{ pulse?: Words }>(document.getElementById('data')?.textContent ?? '{}').pulse

function lineWith(text: string): HTMLElement {
  const line = document.createElement('p')
  line.textContent = text
  return line
}

function reloadButton(word: string): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button'
  button.textContent = word
  button.addEventListener('click', () => location.reload())
  return button
}

/** That the line is gone, and of when the page is. */
const staleLines = (words: Words, writtenAt: string) =>
  writtenAt === '' ? [words.stale] : [words.stale, words.asOf.replace('{time}', writtenAt)]

const newerLines = (words: Words) => [lineWith(words.newer), reloadButton(words.reload)]

/** The notice above the page's content: read out when what it says changes, and not with every second. */
function noticePlace(): (said: readonly HTMLElement[]) => void {
  const place = document.createElement('div')
  place.id = 'pulse'
  place.className = 'notice notice-warning'
  place.setAttribute('role', 'status')
  place.hidden = true
  document.querySelector('main')?.prepend(place)
  let shown = ''
  return (said) => {
    const text = said.map(({ textContent }) => textContent).join('\n')
    if (text === shown) return
    shown = text
    const words = document.createElement('div')
    words.className = 'notice-words'
    words.append(...said)
    place.replaceChildren(words)
    place.hidden = said.length === 0
  }
}

/**
 * Asks the center again and again whether it is there, of which version it is, and whether it can keep what is sent: a
 * page that the server wrote holds no line of its own.
 */
export function startPulse({ keepsTyped, onBack }: PulseParts): void {
  const words = wordsOf()
  if (!words) return
  const say = noticePlace()
  let heardAt = performance.now()
  let asking = false
  let wasStale = false
  let writtenAt = ''
  let writes = true
  let newer = false

  const show = () => {
    const stale = performance.now() - heardAt > staleAfterMs
    const lines = stale ? staleLines(words, writtenAt) : writes ? [] : [keepsTyped ? words.stoppedKept : words.stopped]
    say([...lines.map(lineWith), ...(newer && keepsTyped ? newerLines(words) : [])])
    if (wasStale && !stale) onBack?.()
    wasStale = stale
  }
  const ask = async () => {
    if (asking) return
    asking = true
    const reply = await request<ClockReading>('GET', '/api/clock', undefined, patienceMs)
    asking = false
    if (reply.kind === 'done') {
      heardAt = performance.now()
      writes = reply.body.writes
      writtenAt ||= clockOf(reply.body.now, timeZone)
    }
    show()
  }
  const wake = () => {
    if (document.visibilityState !== 'visible') return
    show()
    void ask()
  }
  document.addEventListener('visibilitychange', wake)
  // A page that was just loaded is fresh, and its first seconds on a crowded line belong to the form itself.
  addEventListener('pageshow', ({ persisted }) => persisted && wake())
  addEventListener('online', wake)
  setInterval(() => {
    if (document.visibilityState === 'visible') void ask()
  }, everyMs)
  setInterval(show, 1000)
  onVersionMet((met) => {
    newer = met
  })
}
