import type { Day } from '#shared/center/center.ts'
import { store } from '#web/core/store.ts'

/** The day that is open now; while the line is being changed, nothing is known of one. */
export function openDay(): Day | undefined {
  return store.all('day').find(({ status }) => status === 'open')
}

/** The day before, whose hours and numbers are offered for the next one. */
export function lastDay(): Day | undefined {
  return [...store.all('day')].sort((one, other) => (one.date < other.date ? 1 : -1))[0]
}
