import { signal } from '@preact/signals'
import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { type InputOf, type Outcome, send } from '#web/core/send.ts'
import { groupWords } from '#web/texts/groups.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'

/** What the desk is told after an act that needs a word. */
export const said = signal<{ tone: 'warning' | 'information'; text: string } | null>(null)

interface Undo {
  id: string
  message: string
  run: () => Promise<unknown>
}

/** What can be taken back for the next seconds. */
export const undoable = signal<Undo | null>(null)

/** Says something that went well and is worth a line. */
export function tellDone(text: string): void {
  said.value = text === '' ? null : { tone: 'information', text }
}

/** Sends one act of this desk; what came of it is said, and `undo` says what the bar offers afterwards. */
export async function act<N extends CommandName>(
  type: N,
  input: InputOf<N>,
  undo?: { message: string; run: () => Promise<unknown> },
  extra: { happenedAt?: string } = {},
): Promise<Outcome> {
  const outcome = await send(type, input, extra)
  if (outcome.kind === 'done') {
    said.value = null
    undoable.value = undo ? { id: newId(), ...undo } : null
  } else if (outcome.kind === 'kept') said.value = { tone: 'information', text: groupWords.kept }
  else said.value = { tone: 'warning', text: problemSentence(outcome.problem, 'ja') }
  return outcome
}

export async function takeBack(): Promise<void> {
  const last = undoable.value
  undoable.value = null
  await last?.run()
}

/** A number in what the server answered; it came from this center's own handler. */
export function numberIn(outcome: Outcome, field: string): number {
  if (outcome.kind !== 'done' || typeof outcome.answer !== 'object' || outcome.answer === null) return 0
  const value: unknown = Reflect.get(outcome.answer, field)
  return typeof value === 'number' ? value : 0
}
