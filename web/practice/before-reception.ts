import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ask } from '#web/core/ask.ts'

/** Who came and has no number yet: no record has them, so the controller's page asks. */
const counted = signal({ line: 0, fillingIn: 0 })

const lookAgainMs = 3000

async function lookAgain(): Promise<void> {
  const answer = await ask('practice.findBeforeReception', {})
  if (answer.kind === 'done') counted.value = answer.body
}

/** Asks every few seconds; a place in the line is announced to nobody. */
export function useBeforeReception(): Readonly<Record<'line' | 'fillingIn', number>> {
  useEffect(() => {
    void lookAgain()
    const timer = setInterval(() => void lookAgain(), lookAgainMs)
    return () => clearInterval(timer)
  }, [])
  return counted.value
}
