import type { z } from 'zod'
import { getCenter, getOpenDay, today } from '#server/center/centers.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { nextNumber } from '#server/database/counters.ts'
import { addAttendance, attendanceHealth, findTodaysAttendance } from '#server/volunteers/attendances.ts'
import { bindArrival, findExpected, placesLeft, placesOf } from '#server/volunteers/kept-places.ts'
import { bindPhone, savePersonalLink } from '#server/volunteers/personal-links.ts'
import { findKnownPerson, findLikelyDoubles, standingPerson } from '#server/volunteers/persons.ts'
import { addPerson, getWholePerson, savePerson, type WholePerson } from '#server/volunteers/save-person.ts'
import type { Day } from '#shared/center/center.ts'
import type { About } from '#shared/core/problem.ts'
import { timeZone } from '#shared/core/time.ts'
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

/** A person as the form has them. */
function personOf(id: string, form: Form): WholePerson {
  const { name, nameKana, skills, licences, vehicle, experience, affiliation } = form
  const { phone, email, birthDate, sex, postalCode, address } = form
  return {
    person: { id, name, nameKana, skills, licences, vehicle, experience, affiliation, mergedInto: null },
    contact: { id, phone, email, birthDate, sex, postalCode, address },
    emergency: { id, ...form.emergency },
  }
}

/** Takes over what a known person says today; what they leave out stays as it was. */
function updated({ person, contact }: WholePerson, form: Form): WholePerson {
  const said = personOf(person.id, form)
  return {
    person: {
      ...said.person,
      skills: form.skills.length > 0 ? form.skills : person.skills,
      licences: form.licences.length > 0 ? form.licences : person.licences,
      experience: form.experience || person.experience,
      affiliation: form.affiliation || person.affiliation,
    },
    contact: {
      ...said.contact,
      email: form.email || contact.email,
      sex: form.sex === 'notSaid' ? contact.sex : form.sex,
      postalCode: form.postalCode || contact.postalCode,
      address: form.address || contact.address,
    },
    emergency: said.emergency,
  }
}

async function savePersonOf(work: UnitOfWork, known: Person | undefined, form: Form): Promise<Person> {
  if (!known) {
    const whole = personOf(form.personId, form)
    await addPerson(work, whole, { arrives: true })
    return whole.person
  }
  const whole = updated(await getWholePerson(work.tx, known.id), form)
  await savePerson(work, whole, { arrives: true })
  return whole.person
}

/** Whom today's number is given to, and what is known of them. */
export interface Arriving {
  day: Day
  person: Person
  birthDate: string
  /** By which, with the birth date, a reservation of the day is known. */
  phone: string
  /** The reservation that a desk found; where it found none, phone and birth date may. */
  reservationId?: string | null
  insurance: Attendance['insurance']
  /** Their group waits for places together, also where a few are free. */
  waitsWithGroup?: boolean
}

/** How somebody came: by phone or by a desk, alone or with a group. */
export type Coming = Pick<Attendance, 'channel' | 'cameBefore' | 'keyedBy'> &
  Partial<Pick<Attendance, 'groupVisitId' | 'keepTogether' | 'nameToFollow'>>

/** The reservation with which somebody comes, if there is one. */
async function reservationOf(work: UnitOfWork, { day, person, phone, birthDate, reservationId }: Arriving) {
  if (reservationId) return reservationId
  return findExpected(work.tx, day.date, { phone, birthDate, nameKana: person.nameKana })
}

/** No place is left; places that are kept for reservations are said, for the hall may look half empty. */
async function fullDay(work: UnitOfWork, day: Day) {
  const { kept } = await placesOf(work.tx, day)
  return dayFull({ capacity: day.capacity, kept })
}

/** Gives today's number and writes the person's day; the count is taken inside the transaction, so it is never exceeded. */
export async function saveDayOf(
  work: UnitOfWork,
  arriving: Arriving,
  confirmed: Confirmed,
  extra: Coming,
): Promise<Attendance> {
  const { day, person, birthDate, insurance, waitsWithGroup = false } = arriving
  const reservationId = await reservationOf(work, arriving)
  const full = waitsWithGroup || (await placesLeft(work.tx, day, reservationId)) <= 0
  if (full && !confirmed.waitingListIfFull) throw await fullDay(work, day)
  const standing = confirmed.health.condition === 'good' ? 'waiting' : 'consulting'
  const attendance: Attendance = {
    id: confirmed.attendanceId,
    dayId: day.id,
    personId: person.id,
    number: await nextNumber(work.tx, `attendance ${day.id}`),
    status: full ? 'waitingListed' : standing,
    name: person.name,
    nameKana: person.nameKana,
    groupVisitId: null,
    keepTogether: false,
    nameToFollow: false,
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
  await bindArrival(work.tx, attendance.id, reservationId)
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

export const checkInHandler = handle(checkIn, async (work, { linkToken, ownPhone, ...form }) => {
  const day = await getDayOpenForPhones(work)
  refuseImpossibleDates(work, form)
  const known = await findKnownPerson(work.tx, form)
  if (known) await refuseIfHere(work, day.id, known.id)
  const person = await savePersonOf(work, known, form)
  const insurance = await insuranceToday(work, day, form.insurance)
  const extra = { channel: 'phone', cameBefore: known !== undefined, keyedBy: null } as const
  const { birthDate, phone } = form
  const attendance = await saveDayOf(work, { day, person, birthDate, phone, insurance }, form, extra)
  await savePersonalLink(work.tx, linkToken, attendance.id, day.id, work.now)
  if (ownPhone !== undefined) await bindPhone(work.tx, linkToken, ownPhone, work.now)
  return answerOf(attendance)
})

/** Refuses a second number for one day; a desk is told who gave the first. */
export async function refuseIfHere(work: UnitOfWork, dayId: string, personId: string): Promise<void> {
  const here = await findTodaysAttendance(work.tx, dayId, personId)
  if (here) throw alreadyCheckedIn({}, ['attendance', here.id])
}

/** A likely double is looked at before a second record is made; with `isAnother` somebody has looked. */
async function refuseLikelyDouble(work: UnitOfWork, day: Day, form: Form): Promise<void> {
  const [double] = await findLikelyDoubles(work.tx, form)
  if (!double) return
  const here = await findTodaysAttendance(work.tx, day.id, double.person.id)
  const about: About = here ? ['attendance', here.id] : ['person', double.person.id]
  throw likelyDouble({ name: double.person.name, number: here?.number ?? null }, about)
}

export const checkInByProxyHandler = handle(checkInByProxy, async (work, input) => {
  const { channel, knownPersonId, isAnother, reservationId, ...form } = input
  if (work.happenedAt > work.now) throw paperFromFuture({})
  const day = await getOpenDay(work.tx)
  refuseImpossibleDates(work, form)
  if (knownPersonId === null && !isAnother) await refuseLikelyDouble(work, day, form)
  const known = knownPersonId === null ? undefined : await standingPerson(work.tx, knownPersonId)
  if (known) await refuseIfHere(work, day.id, known.id)
  const person = await savePersonOf(work, known, form)
  const insurance = await insuranceToday(work, day, form.insurance)
  const extra = { channel, cameBefore: known !== undefined, keyedBy: work.actorName }
  const { birthDate, phone } = form
  return answerOf(await saveDayOf(work, { day, person, birthDate, phone, insurance, reservationId }, form, extra))
})
