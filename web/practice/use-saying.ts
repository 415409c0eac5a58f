import { useState } from 'preact/hooks'
import type { CommandName } from '#shared/commands.ts'
import { type InputOf, send } from '#web/core/send.ts'
import { practiceTexts } from '#web/texts/practice.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'

/** Sends an act of a desk in a drill, and keeps what is to be said of it beside its button; true where it will be done. */
export function useSaying() {
  const [said, setSaid] = useState('')
  async function act<N extends CommandName>(type: N, input: InputOf<N>): Promise<boolean> {
    const outcome = await send(type, input)
    if (outcome.kind === 'refused') setSaid(problemSentence(outcome.problem, 'ja'))
    else setSaid(outcome.kind === 'kept' ? practiceTexts.kept : '')
    return outcome.kind !== 'refused'
  }
  return { said, act }
}
