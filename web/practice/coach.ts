import { minutesBetween } from '#shared/core/time.ts'
import type { Inject } from '#shared/practice/inject.ts'
import { store } from '#web/core/store.ts'

const given = ({ firedAt }: Inject) => firedAt ?? ''

/** The coach's words so far, in the order in which they were said. */
export const coachWords = (): Inject[] =>
  store
    .all('inject')
    .filter(({ recipient }) => recipient.kind === 'coach')
    .toSorted((one, other) => (given(one) < given(other) ? -1 : 1))

/** Whether a word took so long that its hint was shown: until it was done, or until now. */
export function tookHint({ firedAt, answeredAt, answerWithin }: Inject, now: string): boolean {
  return firedAt !== null && answerWithin !== null && minutesBetween(firedAt, answeredAt ?? now) > answerWithin
}
