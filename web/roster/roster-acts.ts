import { signal } from '@preact/signals'
import type { CommandName } from '#shared/commands.ts'
import { deskActs, type Undo } from '#web/center/desk-acts.ts'
import type { InputOf, Outcome } from '#web/core/send.ts'
import { rosterWords } from '#web/texts/roster.ts'

const acts = deskActs(rosterWords.kept)
export const { said, undoable, takeBack } = acts

/** Counts what this desk changed: lists that the server answers are asked for anew. */
export const changes = signal(0)

/** Sends one act of the roster; `undo` says what the bar offers afterwards. */
export async function act<N extends CommandName>(type: N, input: InputOf<N>, undo?: Undo): Promise<Outcome> {
  const outcome = await acts.act(type, input, undo)
  if (outcome.kind === 'done') changes.value++
  return outcome
}
