import { addMinutes, instantAt, minutesBetween } from '#shared/core/time.ts'
import type { Notice } from '#shared/messages/notice.ts'
import { returnByInForce } from '#shared/messages/rules.ts'

/** When a team is expected: its sheet's return time, an earlier one where the day was cut short, and what its leader asked for. */
export function expectedBack(
  { date, returnBy, moreMinutes }: { date: string; returnBy: string; moreMinutes: number },
  notices: readonly Notice[],
  zone: string,
): string {
  return addMinutes(instantAt(date, returnByInForce(returnBy, notices), zone), moreMinutes)
}

/** Minutes past the expected return once the profile's patience is over; 0 while all is well. Derived, never stored. */
export function lateMinutes(expectedAt: string, now: number | string, overdueAfterMinutes: number): number {
  const late = minutesBetween(expectedAt, now)
  return late >= overdueAfterMinutes && late > 0 ? late : 0
}
