import type { Drill } from '#drills/core/drill.ts'
import type { DrillDevice } from '#drills/core/drill-device.ts'
import { addMinutes, clockOf, timeZone } from '#shared/core/time.ts'
import type { Notice } from '#shared/messages/notice.ts'
import { noticeInForce } from '#shared/messages/rules.ts'

/** A team that leaves later than so many minutes before everyone must be back does no work to speak of. */
const leastMinutesOut = 75

/** 中止 or 短縮 of the day that is open, or null. */
export function noticeOfToday(device: DrillDevice): Notice | null {
  const day = device.all('day').find(({ status }) => status === 'open')
  return noticeInForce(device.all('notice').filter(({ dayId }) => dayId === day?.id))
}

/** Whether nobody is sent out any more: activity was stopped, or cut so short that it is not worth the way. */
export function isTooLateToLeave(drill: Drill, device: DrillDevice): boolean {
  const notice = noticeOfToday(device)
  if (notice === null || notice.kind === 'stop') return notice !== null
  return clockOf(addMinutes(drill.clock.now(), leastMinutesOut), timeZone) > (notice.returnBy ?? '')
}
