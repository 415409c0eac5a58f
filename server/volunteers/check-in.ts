import type { z } from 'zod'
import { getCenter, getOpenDay, timeZone, today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber } from '#server/database/counters.ts'
import { addAttendance, admittedCount, attendanceHealth, findTodaysAttendance } from '#server/volunteers/attendances.ts'
import { savePersonalLink } from '#server/volunteers/personal-links.ts'
import {
  emergencyContacts,
  findKnownPerson,
  findLikelyDoubles,
  personContacts,
  persons,
} from '#server/volunteers/persons.ts'
import type { Day } from '#shared/center/center.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { checkIn, checkInByProxy } from '#shared/volunteers/commands.ts'
import type { Person } from '#shared/volunteers/person.ts'
import {
  alreadyCheckedIn,
  dayFull,
  joinedInFuture,
  likelyDouble,
  notBorn,
  paperFromFuture,
} from '#shared/volunteers/problems.ts'
import { ageBandOf, guardianConsentOf, insuranceOf, receptionProblem } from '#shared/volunteers/rules.ts'

type Form = Omit<z.infer<typeof checkIn.input>, 'linkToken'>

/** What every way of checking in has in common: the person is known, and now comes their day. */
export type Confirmed = Pick<
  Form,
  'attendanceId' | 'health' | 'consentVersion' | 'language' | 'waitingListIfFull' | 'guardianConsent'
>

function refuseImpossibleDates(work: UnitOfWork, { birthDate, insurance }: Pick<Form, 'birthDate' | 'insurance'>) {
  if (birthDate > today(work)) throw notBorn({})
  if (insurance.joinedOn !== null && insurance.joinedOn > today(work)) throw joinedInFuture({})
}

async function addPerson(work: UnitOfWork, id: string, form: Form): Promise<Person> {
  const { name, nameKana, skills, licences, vehicle, experience, affiliation } = form
  const person = { id, name, nameKana, skills, licences, vehicle, experience, affiliation }
  await persons.add(work, person)
  const { phone, email, birthDate, sex, postalCode, address } = form
  await personContacts.add(work, { id, phone, email, birthDate, sex, postalCode, address })
  await emergencyContacts.add(work, { id, ...form.emergency })
  return person
}

/** Takes over what a known person says today; what they leave out stays as it was. */
async function updatePerson(work: UnitOfWork, known: Person, form: Form): Promise<Person> {
  const person: Person = {
    id: known.id,
    name: form.name,
    nameKana: form.nameKana,
    skills: form.skills.length > 0 ? form.skills : known.skills,
    licences: form.licences.length > 0 ? form.licences : known.licences,
    vehicle: form.vehicle,
    experience: form.experience || known.experience,
    affiliation: form.affiliation || known.affiliation,
  }
  await persons.save(work, person)
  const stored = await personContacts.get(work.tx, known.id)
  await personContacts.save(work, {
    id: known.id,
    phone: form.phone,
    email: form.email || stored.email,
    birthDate: form.birthDate,
    sex: form.sex === 'notSaid' ? stored.sex : form.sex,
    postalCode: form.postalCode || stored.postalCode,
    address: form.address || stored.address,
  })
  await emergencyContacts.save(work, { id: known.id, ...form.emergency })
  return person
}

const savePersonOf = (work: UnitOfWork, known: Person | undefined, form: Form) =>
  known ? updatePerson(work, known, form) : addPerson(work, form.personId, form)

/** Whom today's number is given to, and what is known of them. */
export interface Arriving {
  day: Day
  person: Person
  birthDate: string
  insurance: Attendance['insurance']
}

/** Gives today's number and writes the person's day; the count is taken inside the transaction, so it is never exceeded. */
export async function saveDayOf(
  work: UnitOfWork,
  { day, person, birthDate, insurance }: Arriving,
  confirmed: Confirmed,
  extra: Pick<Attendance, 'channel' | 'cameBefore' | 'keyedBy'>,
): Promise<Attendance> {
  const full = (await admittedCount(work.tx, day.id)) >= day.capacity
  if (full && !confirmed.waitingListIfFull) throw dayFull({ capacity: day.capacity })
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
    insurance,
    skills: person.skills,
    vehicle: person.vehicle,
    experience: person.experience,
    language: confirmed.language,
    consentVersion: confirmed.consentVersion,
    consentAt: work.happenedAt,
    checkedInAt: work.happenedAt,
    teamId: null,
    isLeader: false,
    sentOutAt: null,
    returnedAt: null,
    leftAt: null,
  }
  await addAttendance(work, attendance)
  await attendanceHealth.add(work, { id: attendance.id, dayId: day.id, ...confirmed.health, talkedWith: null })
  work.describe({ number: attendance.number, status: attendance.status })
  return attendance
}

/** The day's record of what was said about insurance. */
export async function insuranceToday(work: UnitOfWork, day: Day, said: Form['insurance'], verifiedBy?: string) {
  const { insuranceBeginsAtOnce } = await getCenter(work.tx)
  return insuranceOf(said, day.date, insuranceBeginsAtOnce, verifiedBy ?? null)
}

/** The open day, while phones may check in. */
export async function getDayOpenForPhones(work: UnitOfWork): Promise<Day> {
  const day = await getOpenDay(work.tx)
  const problem = receptionProblem(day, work.now, timeZone)
  if (problem) throw problem
  return day
}

/** What a sender hears: the number, and whether it waits for a place. */
export const answerOf = ({ number, status }: Attendance) => ({ number, status })

export const checkInHandler = handle(checkIn, async (work, { linkToken, ...form }) => {
  const day = await getDayOpenForPhones(work)
  refuseImpossibleDates(work, form)
  const known = await findKnownPerson(work.tx, form)
  if (known && (await findTodaysAttendance(work.tx, day.id, known.id))) throw alreadyCheckedIn({})
  const person = await savePersonOf(work, known, form)
  const insurance = await insuranceToday(work, day, form.insurance)
  const extra = { channel: 'phone', cameBefore: known !== undefined, keyedBy: null } as const
  const attendance = await saveDayOf(work, { day, person, birthDate: form.birthDate, insurance }, form, extra)
  await savePersonalLink(work.tx, linkToken, attendance.id, day.id, work.now)
  return answerOf(attendance)
})

/** A likely double is looked at before a second record is made; with `isAnother` somebody has looked. */
async function refuseLikelyDouble(work: UnitOfWork, day: Day, form: Form): Promise<void> {
  const [double] = await findLikelyDoubles(work.tx, form)
  if (!double) return
  const here = await findTodaysAttendance(work.tx, day.id, double.person.id)
  throw likelyDouble({ name: double.person.name, number: here?.number ?? null })
}

export const checkInByProxyHandler = handle(checkInByProxy, async (work, input) => {
  const { channel, knownPersonId, isAnother, ...form } = input
  if (work.happenedAt > work.now) throw paperFromFuture({})
  const day = await getOpenDay(work.tx)
  refuseImpossibleDates(work, form)
  if (knownPersonId === null && !isAnother) await refuseLikelyDouble(work, day, form)
  const known = knownPersonId === null ? undefined : await persons.get(work.tx, knownPersonId)
  if (known && (await findTodaysAttendance(work.tx, day.id, known.id))) throw alreadyCheckedIn({})
  const person = await savePersonOf(work, known, form)
  const insurance = await insuranceToday(work, day, form.insurance)
  const extra = { channel, cameBefore: known !== undefined, keyedBy: work.actorName }
  return answerOf(await saveDayOf(work, { day, person, birthDate: form.birthDate, insurance }, form, extra))
})
