import { signal } from '@preact/signals'
import { type Check, checksOf, lightOf } from '#shared/keeping/health.ts'
import type { HealthFacts } from '#shared/keeping/health-reads.ts'
import { ask } from '#web/core/ask.ts'
import { keepingState, linkState } from '#web/core/link.ts'
import { session } from '#web/core/session.ts'

/** How the center was when it last said so; null before, and while there is no line to ask over. */
export const health = signal<{ facts: HealthFacts; checks: readonly Check[] } | null>(null)

export const healthLight = () => (health.value ? lightOf(health.value.checks) : null)

const everyMs = 10_000
const openEveryMs = 3000

let asking = false

/** Asks the center how it is, once at a time. */
async function askHealth(): Promise<void> {
  if (asking || !session.value?.staff || document.visibilityState === 'hidden') return
  asking = true
  const reply = await ask('keeping.health', {})
  asking = false
  // Without a line nothing is known: the light goes out instead of staying as it was.
  health.value = reply.kind === 'done' ? { facts: reply.body, checks: checksOf(reply.body) } : null
}

/** Goes on asking, oftener while somebody reads; ends with what it answers. */
export function watchHealth(isRead: boolean): () => void {
  void askHealth()
  const timer = setInterval(() => void askHealth(), isRead ? openEveryMs : everyMs)
  const forgetState = keepingState.subscribe(() => void askHealth())
  const forgetLine = linkState.subscribe((state) => {
    if (state === 'live') void askHealth()
    else if (state === 'offline') health.value = null
  })
  return () => {
    clearInterval(timer)
    forgetState()
    forgetLine()
  }
}
