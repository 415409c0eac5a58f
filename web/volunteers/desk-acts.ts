import { deskActs } from '#web/center/desk-acts.ts'
import { receptionWords } from '#web/texts/reception.ts'

export const { said, undoable, tell, act, takeBack } = deskActs(receptionWords.kept)

/** Says the number that was given, for writing it on a tag at once. */
export function sayNumber(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null || !('number' in answer) || !('status' in answer)) return
  const number = Number(answer.number)
  const text = answer.status === 'waitingListed' ? receptionWords.listed(number) : receptionWords.saved(number)
  said.value = { tone: 'information', text }
}
