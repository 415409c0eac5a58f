import { findOpenDay } from '#server/center/centers.ts'
import { answerRead } from '#server/core/reads.ts'
import { findLastAttendance, findTodaysAttendance } from '#server/volunteers/attendances.ts'
import { findLikelyDoubles } from '#server/volunteers/persons.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import * as reads from '#shared/volunteers/reads.ts'

const mostShown = 5

/** Who may be the same person as the one at the desk, with their check-in of today or their last day. */
export const findLikelyDoublesReader = answerRead(reads.findLikelyDoubles, async ({ tx }, sought) => {
  const day = await findOpenDay(tx)
  const found = (await findLikelyDoubles(tx, sought)).slice(0, mostShown)
  const doubles = found.map(async ({ person, contact }) => {
    const here = day && (await findTodaysAttendance(tx, day.id, person.id))
    const last = await findLastAttendance(tx, person.id)
    return {
      personId: person.id,
      name: person.name,
      nameKana: person.nameKana,
      phone: contact.phone,
      birthDate: contact.birthDate,
      today: here ? { attendanceId: here.id, number: here.number, status: here.status } : null,
      lastDate: last && last.dayId !== day?.id ? dateOf(last.checkedInAt, timeZone) : null,
    }
  })
  return { doubles: await Promise.all(doubles) }
})
