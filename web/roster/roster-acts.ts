import { signal } from '@preact/signals'
import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { type InputOf, type Outcome, send } from '#web/core/send.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { rosterWords } from '#web/texts/roster.ts'

/** What the roster's desk is told after an act that did not simply go through. */
export const said = signal<{ tone: 'warning' | 'information'; text: string } | null>(null)

interface Undo {
  id: string
  message: string
  run: () => Promise<unknown>
}

/** What can be taken back for the next seconds. */
export const undoable = signal<Undo | null>(null)

/** Counts what this desk changed: lists that the server answers are asked for anew. */
export const changes = signal(0)

/** Sends one act of the roster; `undo` says what the bar offers afterwards. */
export async function act<N extends CommandName>(
  type: N,
  input: InputOf<N>,
  undo?: { message: string; run: () => Promise<unknown> },
): Promise<Outcome> {
  const outcome = await send(type, input)
  if (outcome.kind === 'done') said.value = null
  else if (outcome.kind === 'kept') said.value = { tone: 'information', text: rosterWords.kept }
  else said.value = { tone: 'warning', text: problemSentence(outcome.problem, 'ja') }
  if (outcome.kind === 'done') {
    undoable.value = undo ? { id: newId(), ...undo } : null
    changes.value++
  }
  return outcome
}

export async function takeBack(): Promise<void> {
  const last = undoable.value
  undoable.value = null
  await last?.run()
}
