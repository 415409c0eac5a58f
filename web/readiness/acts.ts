import { signal } from '@preact/signals'
import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { centerNow, centerTime } from '#web/core/clock.ts'
import { type InputOf, type Outcome, send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { readinessWords as words } from '#web/texts/readiness.ts'

/** What the desk is told after an act that did not simply go through. */
export const said = signal<{ tone: 'warning' | 'information'; text: string } | null>(null)

interface Undo {
  message: string
  run: () => Promise<unknown>
}
export const undoable = signal<(Undo & { id: string }) | null>(null)

/** Sends one act of the set-up room; `undo` says what the bar offers afterwards. */
export async function act<N extends CommandName>(
  type: N,
  input: InputOf<N>,
  { undo, happenedAt }: { undo?: Undo; happenedAt?: string | undefined } = {},
): Promise<Outcome> {
  const outcome = await send(type, input, happenedAt === undefined ? {} : { happenedAt })
  if (outcome.kind === 'done') said.value = null
  else if (outcome.kind === 'kept') said.value = { tone: 'information', text: words.kept }
  else said.value = { tone: 'warning', text: problemSentence(outcome.problem, 'ja') }
  undoable.value = outcome.kind === 'done' && undo ? { id: newId(), ...undo } : null
  return outcome
}

export async function takeBack(): Promise<void> {
  const last = undoable.value
  undoable.value = null
  await last?.run()
}

type Removable = InputOf<'readiness.putAway'>

/** Takes something off its list, with the way back. */
export const remove = (where: Removable, label: string) =>
  act('readiness.putAway', where, {
    undo: { message: words.removed(label), run: () => act('readiness.bringBack', where) },
  })

export const mayEdit = () => may('center.lead') || may('affairs.manage')

export const instantNow = () => centerTime.value || centerNow()
export const today = () => dateOf(instantNow(), timeZone)

/** 09:30 today, 11/22 09:30 on other days. */
export function momentWord(at: string): string {
  const date = dateOf(at, timeZone)
  const clock = clockOf(at, timeZone)
  return date === today() ? clock : `${Number(date.slice(5, 7))}/${Number(date.slice(8))} ${clock}`
}
