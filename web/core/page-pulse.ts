import { readOwnJson } from '#shared/core/json.ts'
import type { ClockReading } from '#shared/core/patch.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { pulseTexts } from '#shared/texts/page-pulse.ts'
import { bringMoving } from '#web/core/bring-moving.ts'
import { lineWith, noticePlace } from '#web/core/notice-place.ts'
import { request } from '#web/core/request.ts'
import { onVersionMet } from '#web/core/version.ts'

const everyMs = 4000
const patienceMs = 4000

/** After this long without an answer the page says so: two askings may be lost, and it is still within twelve seconds. */
const staleAfterMs = 9000

interface PulseParts {
  /** Whether what is typed outlives a reload. */
  keepsTyped: boolean
  /** Called when the line is back after it was away: what the page shows may be old. */
  onBack?: () => void
}

type Words = Record<keyof typeof pulseTexts, string>

/** The server wrote the words of the page's language into the page. */
const wordsOf = () => readOwnJson<{ pulse?: Words }>(document.getElementById('data')?.textContent ?? '{}').pulse

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

/**
 * Asks the center again and again whether it is there, of which version it is, and whether it can keep what is sent: a
 * page that the server wrote holds no line of its own.
 */
export function startPulse({ keepsTyped, onBack }: PulseParts): void {
  const words = wordsOf()
  if (!words) return
  document.addEventListener('input', bringMoving)
  const say = noticePlace('pulse')
  let heardAt = performance.now()
  let asking = false
  let wasStale = false
  let writtenAt = ''
  let writes = true
  let newer = false

  const show = () => {
    const stale = performance.now() - heardAt > staleAfterMs
    const lines = stale ? staleLines(words, writtenAt) : writes ? [] : [words.stopped]
    say([...lines.map(lineWith), ...(newer && keepsTyped ? newerLines(words) : [])])
    if (wasStale && !stale) onBack?.()
    wasStale = stale
    // The center may go on at another address: what `form-moving.ts` drew is seen from now on.
    document.documentElement.toggleAttribute('data-away', stale || !writes)
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
