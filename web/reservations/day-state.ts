import { signal } from '@preact/signals'
import type { CommandName } from '#shared/commands.ts'
import { newId } from '#shared/core/ids.ts'
import type { DayList } from '#shared/reservations/reads.ts'
import type { ReservationDay, ReservationStatus } from '#shared/reservations/reservation.ts'
import { ask } from '#web/core/ask.ts'
import { type InputOf, type Outcome, send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { reservationsTexts as words } from '#web/texts/reservations.ts'

/** Which date the desk looks at, and what it seeks in its list. */
export const chosenDay = signal<string | null>(null)
export const sought = signal<{ words: string; status: ReservationStatus | null; skip: number }>({
  words: '',
  status: null,
  skip: 0,
})
/** The last answer of the server for the chosen date; no device holds reservations. */
export const list = signal<DayList | null>(null)
export const said = signal<{ tone: 'warning' | 'information'; text: string } | null>(null)
export const undoable = signal<{ id: string; message: string; run: () => Promise<unknown> } | null>(null)

/** The dates that may be looked at, soonest first. */
export function comingDays(): ReservationDay[] {
  return store.all('reservationDay').toSorted((one, other) => (one.date < other.date ? -1 : 1))
}

/** The date in view: the chosen one, or the soonest. */
export function dayInView(): ReservationDay | undefined {
  return store.get('reservationDay', chosenDay.value) ?? comingDays()[0]
}

let asked = 0

/** Asks the server anew; an answer that a later question has overtaken is dropped. */
export async function refresh(): Promise<void> {
  const day = dayInView()
  const mine = ++asked
  if (!day) {
    list.value = null
    return
  }
  const reply = await ask('reservations.listDay', { reservationDayId: day.id, ...sought.value })
  if (mine !== asked) return
  if (reply.kind === 'done') list.value = reply.body
  else if (reply.kind === 'refused') said.value = { tone: 'warning', text: problemSentence(reply.problem, 'ja') }
}

/** Sends one act of this desk, says what came of it, and looks at the date again. */
export async function act<N extends CommandName>(
  type: N,
  input: InputOf<N>,
  after: { done?: string; undo?: { message: string; run: () => Promise<unknown> } } = {},
): Promise<Outcome> {
  const outcome = await send(type, input)
  if (outcome.kind === 'refused') said.value = { tone: 'warning', text: problemSentence(outcome.problem, 'ja') }
  else if (outcome.kind === 'kept') said.value = { tone: 'information', text: words.noLine }
  else {
    said.value = after.done ? { tone: 'information', text: after.done } : null
    undoable.value = after.undo ? { id: newId(), ...after.undo } : null
  }
  await refresh()
  return outcome
}
