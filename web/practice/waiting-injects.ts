import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Inject } from '#shared/practice/inject.ts'
import { ask } from '#web/core/ask.ts'
import { store } from '#web/core/store.ts'

/** What waits, and what was left out: no device holds either, so the controller's page asks. */
const waitingInjects = signal<readonly Inject[] | null>(null)

export async function lookAgain(): Promise<void> {
  const reply = await ask('practice.findWaiting', {})
  if (reply.kind === 'done') waitingInjects.value = reply.body.injects
}

/** Another controller may put one off, which is announced to nobody. */
const lookAgainMs = 5000

/** Asks anew with every change of what was given, and every few seconds. */
export function useWaitingInjects(): readonly Inject[] {
  const given = store.all('inject')
  useEffect(() => void lookAgain(), [given])
  useEffect(() => {
    const timer = setInterval(() => void lookAgain(), lookAgainMs)
    return () => clearInterval(timer)
  }, [])
  // What was given a moment ago is on every screen before the next answer comes.
  const known = new Set(given.map(({ id }) => id))
  return (waitingInjects.value ?? []).filter(({ id }) => !known.has(id))
}
