import { signal } from '@preact/signals'
import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { type InputOf, type Outcome, send } from '#web/core/send.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import type { Undoable } from '#web/ui/undo-bar.tsx'

/** What the bar offers after an act, and how it is taken back. */
export interface Undo {
  message: string
  run: () => Promise<unknown>
}

/** The acts of one part of a desk: what is said of the last one, and what can be taken back for the next seconds. */
export function deskActs(keptWords: string) {
  const said = signal<{ tone: 'warning' | 'information'; text: string } | null>(null)
  const undoable = signal<(Undoable & Undo) | null>(null)

  /** Says what came of an act. */
  function tell(outcome: Outcome): void {
    if (outcome.kind === 'done') said.value = null
    else if (outcome.kind === 'kept') said.value = { tone: 'information', text: keptWords }
    else said.value = { tone: 'warning', text: problemSentence(outcome.problem, 'ja') }
  }

  /** Sends one act. What was refused leaves the way back from the one before it. */
  async function act<N extends CommandName>(
    type: N,
    input: InputOf<N>,
    undo?: Undo,
    { happenedAt }: { happenedAt?: string | undefined } = {},
  ): Promise<Outcome> {
    const outcome = await send(type, input, happenedAt === undefined ? {} : { happenedAt })
    tell(outcome)
    if (outcome.kind === 'done') undoable.value = undo ? { id: newId(), ...undo } : null
    return outcome
  }

  async function takeBack(): Promise<void> {
    const last = undoable.value
    undoable.value = null
    await last?.run()
  }

  return { said, undoable, tell, act, takeBack }
}
