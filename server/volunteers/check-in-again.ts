import type { z } from 'zod'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { findLastAttendance, findTodaysAttendance, getAttendance } from '#server/volunteers/attendances.ts'
import { answerOf, getDayOpenForPhones, insuranceToday, saveDayOf } from '#server/volunteers/check-in.ts'
import { bindPhone, findLinkedAttendance, savePersonalLink } from '#server/volunteers/personal-links.ts'
import { findOnlyPerson, standingPerson } from '#server/volunteers/persons.ts'
import { getWholePerson, savePerson } from '#server/volunteers/save-person.ts'
import type { Day } from '#shared/center/center.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { checkInAgain } from '#shared/volunteers/commands.ts'
import type { Person } from '#shared/volunteers/person.ts'
import { alreadyCheckedIn, notRecognised } from '#shared/volunteers/problems.ts'

type Input = z.infer<typeof checkInAgain.input>

async function recognise(work: UnitOfWork, { by, ownPhone }: Pick<Input, 'by' | 'ownPhone'>): Promise<Person> {
  const person = await findRecognised(work, by, ownPhone)
  if (!person) throw notRecognised({})
  return person
}

async function findRecognised(
  work: UnitOfWork,
  by: Input['by'],
  ownPhone: string | undefined,
): Promise<Person | undefined> {
  if (by.kind === 'phoneAndBirthDate') return findOnlyPerson(work.tx, by.phone, by.birthDate)
  const attendanceId = await findLinkedAttendance(work.tx, by.earlierToken, ownPhone)
  return attendanceId === undefined
    ? undefined
    : standingPerson(work.tx, (await getAttendance(work.tx, attendanceId)).personId)
}

async function insuranceNow(work: UnitOfWork, day: Day, last: Attendance | undefined, said: Input['insurance']) {
  if (said !== 'asBefore') return insuranceToday(work, day, said)
  return last?.insurance ?? insuranceToday(work, day, { plan: 'none', joinedOn: null })
}

/** An approval that a guardian once gave holds on; who was accompanied then is asked again. */
const consentCarriedOver = (last: Attendance | undefined) => (last?.guardianConsent === 'given' ? 'given' : 'missing')

export const checkInAgainHandler = handle(checkInAgain, async (work, { linkToken, ownPhone, by, ...confirmed }) => {
  const day = await getDayOpenForPhones(work)
  const person = await recognise(work, { by, ownPhone })
  if (await findTodaysAttendance(work.tx, day.id, person.id)) throw alreadyCheckedIn({})
  const last = await findLastAttendance(work.tx, person.id)
  const insurance = await insuranceNow(work, day, last, confirmed.insurance)
  // Saved again although unchanged: desks hold the people of the day, and now this is one of them.
  const whole = await getWholePerson(work.tx, person.id)
  const { emergency } = confirmed
  const now = emergency === 'asBefore' ? whole : { ...whole, emergency: { id: person.id, ...emergency } }
  await savePerson(work, now, { arrives: true })
  const attendance = await saveDayOf(
    work,
    { day, person, birthDate: whole.contact.birthDate, phone: whole.contact.phone, insurance },
    { ...confirmed, guardianConsent: consentCarriedOver(last) },
    { channel: 'phone', cameBefore: true, keyedBy: null },
  )
  await savePersonalLink(work.tx, linkToken, attendance.id, day.id, work.now)
  if (ownPhone !== undefined) await bindPhone(work.tx, linkToken, ownPhone, work.now)
  return answerOf(attendance)
})
