import { signal } from '@preact/signals'
import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { type InputOf, type Outcome, send } from '#web/core/send.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { receptionWords } from '#web/texts/reception.ts'

/** What reception is told after an act that did not simply go through. */
export const said = signal<{ tone: 'warning' | 'information'; text: string } | null>(null)

interface Undo {
  id: string
  message: string
  run: () => Promise<unknown>
}

/** What can be taken back for the next seconds. */
export const undoable = signal<Undo | null>(null)

/** Says what came of an act. */
export function tell(outcome: Outcome): void {
  if (outcome.kind === 'done') said.value = null
  else if (outcome.kind === 'kept') said.value = { tone: 'information', text: receptionWords.kept }
  else said.value = { tone: 'warning', text: problemSentence(outcome.problem, 'ja') }
}

/** Sends one act of reception; `undo` says what the bar offers afterwards. */
export async function act<N extends CommandName>(
  type: N,
  input: InputOf<N>,
  undo?: { message: string; run: () => Promise<unknown> },
): Promise<Outcome> {
  const outcome = await send(type, input)
  tell(outcome)
  if (outcome.kind === 'done') undoable.value = undo ? { id: newId(), ...undo } : null
  return outcome
}

export async function takeBack(): Promise<void> {
  const last = undoable.value
  undoable.value = null
  await last?.run()
}

/** Says the number that was given, for writing it on a tag at once. */
export function sayNumber(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null || !('number' in answer) || !('status' in answer)) return
  const number = Number(answer.number)
  const text = answer.status === 'waitingListed' ? receptionWords.listed(number) : receptionWords.saved(number)
  said.value = { tone: 'information', text }
}
