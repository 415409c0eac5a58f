import type { Day } from '#shared/center/center.ts'
import { store } from '#web/core/store.ts'

/** The day that is open now; while the line is being changed, nothing is known of one. */
export function openDay(): Day | undefined {
  return store.all('day').find(({ status }) => status === 'open')
}

/** The day that devices hold: the open one, or the one before it until the next is opened. */
export const shownDay = (): Day | undefined => openDay() ?? lastDay()

/** The day before, whose hours and numbers are offered for the next one. */
export function lastDay(): Day | undefined {
  return [...store.all('day')].sort((one, other) => (one.date < other.date ? 1 : -1))[0]
}
