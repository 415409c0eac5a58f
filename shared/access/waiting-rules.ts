import type { Instant } from '#shared/core/time.ts'
import { msBetween } from '#shared/core/time.ts'

/** For how long everyone sees what one lead alone is going to do. */
export const delayHours = 24

/** Of those, the server must have run so many: whoever sets the clock on by a day still has people see the notice. */
const leastRanHours = 6

/**
 * Whether a day has passed since. Two signals: the wall clock says so and the server ran for hours in which it went as
 * time does; or the server alone has run for longer than a day, whatever the wall clock says.
 */
export function dayHasPassed({ at, ranHours }: { at: Instant; ranHours: number }, now: Instant): boolean {
  if (ranHours > delayHours) return true
  return ranHours >= leastRanHours && msBetween(at, now) >= delayHours * 3_600_000
}
