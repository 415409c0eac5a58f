import { deskActs } from '#web/center/desk-acts.ts'
import type { Outcome } from '#web/core/send.ts'
import { groupWords } from '#web/texts/groups.ts'

export const { said, undoable, act, takeBack } = deskActs(groupWords.kept)

/** Says something that went well and is worth a line. */
export function tellDone(text: string): void {
  said.value = text === '' ? null : { tone: 'information', text }
}

/** A number in what the server answered; it came from this center's own handler. */
export function numberIn(outcome: Outcome, field: string): number {
  if (outcome.kind !== 'done' || typeof outcome.answer !== 'object' || outcome.answer === null) return 0
  const value: unknown = Reflect.get(outcome.answer, field)
  return typeof value === 'number' ? value : 0
}
