import { useState } from 'preact/hooks'
import type { CommandName } from '#shared/commands.ts'
import { type InputOf, type Outcome, send } from '#web/core/send.ts'
import { privacyTexts } from '#web/texts/privacy.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'

/** Sends an act and keeps the sentence that says what came of it. */
export function useSaid() {
  const [said, setSaid] = useState('')
  async function act<N extends CommandName>(type: N, input: InputOf<N>, done = ''): Promise<boolean> {
    const outcome = await send(type, input)
    hear(outcome, done)
    return outcome.kind !== 'refused'
  }
  function hear(outcome: Outcome, done: string): void {
    if (outcome.kind === 'refused') setSaid(problemSentence(outcome.problem, 'ja'))
    else setSaid(outcome.kind === 'kept' ? privacyTexts.kept : done)
  }
  return { said, act, hear }
}
