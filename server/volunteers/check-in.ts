import type { z } from 'zod'
import { getCenter, getOpenDay, timeZone, today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber } from '#server/database/counters.ts'
import { addAttendance, admittedCount, attendanceHealth, findTodaysAttendance } from '#server/volunteers/attendances.ts'
import { savePersonalLink } from '#server/volunteers/personal-links.ts'
import { emergencyContacts, findKnownPerson, personContacts, persons } from '#server/volunteers/persons.ts'
import type { Day } from '#shared/center/center.ts'
import { clockOf } from '#shared/core/time.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { checkIn } from '#shared/volunteers/commands.ts'
import type { Person } from '#shared/volunteers/person.ts'
import { alreadyCheckedIn, dayFull, notBorn } from '#shared/volunteers/problems.ts'
import { ageBandOf, guardianConsentOf, insuranceOf, receptionProblem } from '#shared/volunteers/rules.ts'

type Form = z.infer<typeof checkIn.input>

/** What every way of checking in has in common: the person is saved, and now comes their day. */
type Confirmed = Pick<
  Form,
  'attendanceId' | 'health' | 'insurance' | 'consentVersion' | 'language' | 'waitingListIfFull' | 'guardianConsent'
>

async function savePersonOf(
  work: UnitOfWork,
  form: Omit<Form, 'linkToken'>,
  known: Person | undefined,
): Promise<Person> {
  const { name, nameKana, skills, licences, vehicle, experience, affiliation } = form
  const id = known?.id ?? form.personId
  const person: Person = { id, name, nameKana, skills, licences, vehicle, experience, affiliation }
  await (known ? persons.save(work, person) : persons.add(work, person))
  const { phone, email, birthDate, sex, postalCode, address } = form
  const contact = { id, phone, email, birthDate, sex, postalCode, address }
  await (known ? personContacts.save(work, contact) : personContacts.add(work, contact))
  const emergency = { id, ...form.emergency }
  await (known ? emergencyContacts.save(work, emergency) : emergencyContacts.add(work, emergency))
  return person
}

/** Gives today's number and writes the person's day; the count is taken inside the transaction, so it is never exceeded. */
async function saveDayOf(
  work: UnitOfWork,
  day: Day,
  person: Person,
  birthDate: string,
  confirmed: Confirmed,
  extra: Pick<Attendance, 'channel' | 'cameBefore' | 'keyedBy'>,
): Promise<Attendance> {
  const full = (await admittedCount(work.tx, day.id)) >= day.capacity
  if (full && !confirmed.waitingListIfFull) throw dayFull({ capacity: day.capacity })
  const center = await getCenter(work.tx)
  const standing = confirmed.health.condition === 'good' ? 'waiting' : 'consulting'
  const attendance: Attendance = {
    id: confirmed.attendanceId,
    dayId: day.id,
    personId: person.id,
    number: await nextNumber(work.tx, `attendance ${day.id}`),
    status: full ? 'waitingListed' : standing,
    name: person.name,
    nameKana: person.nameKana,
    ...extra,
    ageBand: ageBandOf(birthDate, day.date),
    guardianConsent: guardianConsentOf(confirmed.guardianConsent, birthDate, day.date),
    insurance: insuranceOf(confirmed.insurance, day.date, center.insuranceBeginsAtOnce),
    skills: person.skills,
    vehicle: person.vehicle,
    experience: person.experience,
    language: confirmed.language,
    consentVersion: confirmed.consentVersion,
    consentAt: work.now,
    checkedInAt: work.happenedAt,
    teamId: null,
    isLeader: false,
    sentOutAt: null,
    returnedAt: null,
    leftAt: null,
    note: '',
  }
  await addAttendance(work, attendance)
  await attendanceHealth.add(work, { id: attendance.id, dayId: day.id, ...confirmed.health, talkedWith: null })
  work.describe({ number: attendance.number, status: attendance.status })
  return attendance
}

const answerOf = ({ number, status }: Attendance) => ({ number, status })

export const checkInHandler = handle(checkIn, async (work, { linkToken, ...form }) => {
  const day = await getOpenDay(work.tx)
  const problem = receptionProblem(day, clockOf(work.now, timeZone))
  if (problem) throw problem
  if (form.birthDate > today(work)) throw notBorn({})
  const known = await findKnownPerson(work.tx, form)
  if (known && (await findTodaysAttendance(work.tx, day.id, known.id))) throw alreadyCheckedIn({})
  const person = await savePersonOf(work, form, known)
  const extra = { channel: 'phone', cameBefore: known !== undefined, keyedBy: null } as const
  const attendance = await saveDayOf(work, day, person, form.birthDate, form, extra)
  await savePersonalLink(work.tx, linkToken, attendance.id, day.id, work.now)
  return answerOf(attendance)
})
