import { signal } from '@preact/signals'
import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { type InputOf, send } from '#web/core/send.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import type { Undoable } from '#web/ui/undo-bar.tsx'

/** What the controller is told after an act that was refused or that waits for the line. */
export const said = signal('')

/** What can be taken back for the next seconds. */
export const undoable = signal<(Undoable & { run: () => Promise<unknown> }) | null>(null)

interface Undo {
  message: string
  run: () => Promise<unknown>
}

/** Sends an act of the controller's page; true once the center has it or surely will. */
export async function act<N extends CommandName>(type: N, input: InputOf<N>, undo?: Undo): Promise<boolean> {
  const outcome = await send(type, input)
  said.value =
    outcome.kind === 'refused' ? problemSentence(outcome.problem, 'ja') : outcome.kind === 'kept' ? words.kept : ''
  undoable.value = outcome.kind === 'done' && undo ? { id: newId(), ...undo } : null
  return outcome.kind !== 'refused'
}

export async function takeBack(): Promise<void> {
  const last = undoable.value
  undoable.value = null
  await last?.run()
}
