import { z } from 'zod'
import { date, id } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { attendance } from '#shared/volunteers/attendance.ts'

/** Somebody who may be the same as who stands at the desk, for staff to compare. */
const likelyDouble = z.object({
  personId: id,
  name: z.string(),
  nameKana: z.string(),
  phone: z.string(),
  birthDate: z.string(),
  /** Their check-in of today, if there is one. */
  today: attendance.pick({ number: true, status: true }).extend({ attendanceId: id }).nullable(),
  /** The date of their last check-in on an earlier day. */
  lastDate: date.nullable(),
})
export type LikelyDouble = z.infer<typeof likelyDouble>

/** Looks for who may be the same person, of today or any earlier day. */
export const findLikelyDoubles = defineRead('volunteers.findLikelyDoubles', {
  may: ['care.read'],
  holds: ['person', 'personContact', 'attendance'],
  input: z.object({ phone: z.string().max(15), birthDate: z.string().max(10), nameKana: z.string().max(60) }),
  answer: z.object({ doubles: z.array(likelyDouble) }),
})
