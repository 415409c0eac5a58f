import { clockOf, dateOf, timeZone } from '#shared/core/time.ts'
import { centerToday } from '#web/needs/selectors.ts'

/** An instant as lists show it: 10:42 today, 11/22 before. */
export function shortTime(instant: string): string {
  const date = dateOf(instant, timeZone)
  return date === centerToday() ? clockOf(instant, timeZone) : date.slice(5).replace('-', '/')
}
