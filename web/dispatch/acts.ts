import { signal } from '@preact/signals'
import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import type { Refusal } from '#web/core/request.ts'
import { type InputOf, type Outcome, send } from '#web/core/send.ts'
import { dispatchTexts } from '#web/texts/dispatch.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'

/** What the desk is told after an act that did not go through at once. */
export interface Word {
  tone: 'warning' | 'information'
  text: string
}

export const word = signal<Word | null>(null)

interface Undo {
  id: string
  message: string
  run: () => Promise<unknown>
}

/** What can be taken back for the next seconds. */
export const undo = signal<Undo | null>(null)

function tell(outcome: Outcome): void {
  if (outcome.kind === 'done') word.value = null
  else if (outcome.kind === 'kept') word.value = { tone: 'information', text: dispatchTexts.kept }
  else word.value = { tone: 'warning', text: problemSentence(outcome.problem, 'ja') }
}

/** Asked when a team is to go to a house that was reported as done; the act goes on with the answer, or not at all. */
export const againAsked = signal<{ sentence: string; answer: (reason: string | null) => void } | null>(null)

function askWhyAgain(sentence: string): Promise<string | null> {
  return new Promise((resolve) => {
    againAsked.value = {
      sentence,
      answer: (reason) => {
        againAsked.value = null
        resolve(reason)
      },
    }
  })
}

interface After {
  /** What the bar says, and the act that takes this one back. */
  undo?: { message: string; run: () => Promise<unknown> }
  onRefused?: (problem: Refusal) => void
  /** When it happened, where it is keyed in later. */
  options?: { happenedAt?: string }
}

/** Sends an act; where it goes to a house that was reported as done, the reason is asked for and sent with it. */
export async function sendAskingWhy<N extends CommandName>(
  type: N,
  input: InputOf<N>,
  options: { happenedAt?: string } = {},
): Promise<Outcome> {
  const outcome = await send(type, input, options)
  if (outcome.kind !== 'refused' || outcome.problem.code !== 'teams.finishedBefore') return outcome
  const againBecause = await askWhyAgain(problemSentence(outcome.problem, 'ja'))
  // Only acts that take the reason are refused for want of it.
  return againBecause === null ? outcome : sendAskingWhy(type, { ...input, againBecause } as InputOf<N>, options)
}

/** Sends one act of this desk, and says what came of it. */
export async function act<N extends CommandName>(type: N, input: InputOf<N>, after: After = {}): Promise<boolean> {
  const outcome = await sendAskingWhy(type, input, after.options)
  tell(outcome)
  if (outcome.kind === 'refused') after.onRefused?.(outcome.problem)
  if (outcome.kind !== 'done') return false
  undo.value = after.undo ? { id: newId(), ...after.undo } : null
  return true
}

export async function takeBack(): Promise<void> {
  const last = undo.value
  undo.value = null
  await last?.run()
}
