import { clockOf, dateOf } from '#shared/core/time.ts'
import { centerToday, zone } from '#web/needs/selectors.ts'

/** An instant as lists show it: 10:42 today, 11/22 before. */
export function shortTime(instant: string): string {
  const date = dateOf(instant, zone)
  return date === centerToday() ? clockOf(instant, zone) : date.slice(5).replace('-', '/')
}
