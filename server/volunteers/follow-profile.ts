import { findOpenDay } from '#server/center/centers.ts'
import type { ProfileFollower } from '#server/core/slice.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { attendanceStatuses } from '#shared/volunteers/attendance.ts'

const gone = ['home', 'cancelled'] as const

/** Nothing changes for whoever is checked in: their number, link and page stay as they are. */
export const volunteersFollowProfile: ProfileFollower = {
  async foresee(tx) {
    const day = await findOpenDay(tx)
    if (!day) return {}
    const status = attendanceStatuses.filter((one) => !gone.some((word) => word === one))
    return { phones: await attendances.count(tx, { dayId: day.id, status }) }
  },
}
