import { addMinutes, instantAt, timeZone } from '#shared/core/time.ts'
import { placeMarginMinutes } from '#shared/dispatch/limits.ts'

/** Whether a team that was due back at `backBy` (`HH:MM`) is due for so long that a phone without line must hide where it went. */
export function isPlaceOver({ date, backBy }: { date: string; backBy: string }, now: number): boolean {
  return now > Date.parse(addMinutes(instantAt(date, backBy, timeZone), placeMarginMinutes))
}
