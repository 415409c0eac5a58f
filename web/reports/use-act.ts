import { useState } from 'preact/hooks'
import type { CommandName } from '#shared/commands.ts'
import { wasSecond } from '#web/center/differences.ts'
import { type InputOf, send } from '#web/core/send.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { returnTexts } from '#web/texts/reports.ts'

/** What became of the last act: why it was refused, or that it waits on this device for the line. */
export interface ActState {
  refused: string | null
  kept: string | null
  /** Refused because somebody else had written the same since. */
  second: boolean
}

const nothing: ActState = { refused: null, kept: null, second: false }

/** Sends acts and keeps the sentence of what came of the last one; true once the center has it, or surely will. */
export function useAct() {
  const [state, setState] = useState<ActState>(nothing)
  async function act<N extends CommandName>(
    type: N,
    input: InputOf<N>,
    options: { id?: string; happenedAt?: string } = {},
  ): Promise<boolean> {
    const outcome = await send(type, input, options)
    const refused = outcome.kind === 'refused' ? problemSentence(outcome.problem, 'ja') : null
    setState({ refused, kept: outcome.kind === 'kept' ? returnTexts.kept : null, second: wasSecond(outcome) })
    return outcome.kind !== 'refused'
  }
  return { ...state, act, clear: () => setState(nothing) }
}
