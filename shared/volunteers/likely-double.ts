import type { AttendanceStatus } from '#shared/volunteers/attendance.ts'

/** Somebody who may be the same as who stands at the desk, for staff to compare. */
export interface LikelyDouble {
  personId: string
  name: string
  nameKana: string
  phone: string
  birthDate: string
  /** Their check-in of today, if there is one. */
  today: { attendanceId: string; number: number; status: AttendanceStatus } | null
  /** The date of their last check-in on an earlier day. */
  lastDate: string | null
}
