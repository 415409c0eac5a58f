import { readOwnJson } from '#shared/core/json.ts'
import type { keptFormTexts } from '#shared/texts/kept-form.ts'
import { lineWith, noticePlace } from '#web/core/notice-place.ts'
import { onKeepingTried, tryKeeping } from '#web/core/outbox.ts'

type Words = Record<keyof typeof keptFormTexts, string>

/** That something waits, that something was refused meanwhile, or nothing of either. */
type Said = 'waits' | 'refused' | null

/**
 * A notice above the page's content: what becomes of what was typed. Where this browser keeps nothing it says so before
 * anybody has typed anything.
 */
export function keptNotice(): (said: Said) => void {
  // The server wrote the words of the page's language into the page.
  const { kept } = readOwnJson<{ kept?: Words }>(document.getElementById('data')?.textContent ?? '{}')
  const say = noticePlace('kept')
  let keeps = true
  let said: Said = null
  const show = () => {
    if (!kept) return
    const waits = said === 'waits' && keeps ? [kept.waitsTitle, kept.waits] : []
    say([...waits, ...(keeps ? [] : [kept.notKept]), ...(said === 'refused' ? [kept.refused] : [])].map(lineWith))
  }
  onKeepingTried((survives) => {
    keeps = survives
    show()
  })
  void tryKeeping()
  return (now) => {
    said = now
    show()
  }
}
