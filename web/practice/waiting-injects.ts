import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Inject } from '#shared/practice/inject.ts'
import { ask } from '#web/core/ask.ts'
import { store } from '#web/core/store.ts'
import { drillNow } from '#web/practice/selectors.ts'

/** What waits, and what was left out: no device holds either, so the controller's page asks. */
const waitingInjects = signal<readonly Inject[] | null>(null)

/** What happens next of itself: an inject, or what the simulated people do; null where nothing is known to come. */
export const nextEvent = signal<{ at: string; title: string } | null>(null)

export async function lookAgain(): Promise<void> {
  const [waiting, next] = await Promise.all([ask('practice.findWaiting', {}), ask('practice.findNext', {})])
  if (waiting.kind === 'done') waitingInjects.value = waiting.body.injects
  if (next.kind === 'done')
    nextEvent.value = next.body.at === null ? null : { at: next.body.at, title: next.body.title }
}

/** Another controller may put one off, which is announced to nobody. */
const lookAgainMs = 3000

/** Asks anew with every change of what was given, when a leap has reached its end, and every few seconds. */
export function useWaitingInjects(): readonly Inject[] {
  const given = store.all('inject')
  const jumpTo = drillNow()?.jumpTo
  useEffect(() => void lookAgain(), [given, jumpTo])
  useEffect(() => {
    const timer = setInterval(() => void lookAgain(), lookAgainMs)
    return () => clearInterval(timer)
  }, [])
  // What was given a moment ago is on every screen before the next answer comes.
  const known = new Set(given.map(({ id }) => id))
  return (waitingInjects.value ?? []).filter(({ id }) => !known.has(id))
}
