import { findOpenDay } from '#server/center/centers.ts'
import { answerRead, type Reading } from '#server/core/reads.ts'
import { seqOfRegistered } from '#server/roster/change-person.ts'
import { showPeople } from '#server/roster/find-people.ts'
import { hasRegistrationLink } from '#server/roster/registration-links.ts'
import { registrations } from '#server/roster/registrations.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { persons } from '#server/volunteers/persons.ts'
import { getWholePerson, type WholePerson } from '#server/volunteers/save-person.ts'
import { isMinorOn } from '#shared/core/japanese-date.ts'
import { dateOf, timeZone } from '#shared/core/time.ts'
import { registrationOf } from '#shared/roster/reads.ts'
import type { Registration } from '#shared/roster/registration.ts'
import { fiscalYearOf, standingOf } from '#shared/roster/rules.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'

const mostDates = 5

/** The insurance a check-in is filled in with: the last one shown while its year lasts, else what the roster says. */
function insuranceOnArrival(last: Attendance | undefined, registration: Registration | undefined, today: string) {
  const shown = stillValid(last?.insurance, today)
  if (shown)
    return { insurance: { plan: shown.plan, joinedOn: shown.joinedOn }, insuranceSeen: shown.verifiedBy !== null }
  const said = registration?.insurance
  const holds = said && said.plan !== 'none' && (said.fiscalYear ?? 0) >= fiscalYearOf(today)
  return { insurance: holds ? { plan: said.plan, joinedOn: said.joinedOn } : null, insuranceSeen: false }
}

function stillValid(insurance: Attendance['insurance'] | undefined, today: string) {
  return insurance && insurance.plan !== 'none' && (insurance.validUntil ?? '') >= today ? insurance : undefined
}

function arrivalOf(
  { contact }: WholePerson,
  last: Attendance | undefined,
  registration: Registration | undefined,
  today: string,
) {
  const isMinor = contact.birthDate !== '' && isMinorOn(contact.birthDate, today)
  // An approval that a guardian once gave holds on; who was accompanied then is asked again.
  const approved = last?.guardianConsent === 'given' ? ('given' as const) : ('missing' as const)
  return {
    ...insuranceOnArrival(last, registration, today),
    guardianConsent: isMinor ? approved : ('notNeeded' as const),
    isMinor,
  }
}

/** The check-ins of a person that were not cancelled, newest first. */
async function visitsOf({ tx }: Reading, personId: string): Promise<Attendance[]> {
  const all = await attendances.where(tx, { personId })
  return all
    .filter(({ status }) => status !== 'cancelled')
    .sort((one, other) => (one.checkedInAt < other.checkedInAt ? 1 : -1))
}

export const registrationOfReader = answerRead(registrationOf, async (reading, { personId }) => {
  const { tx, now } = reading
  const today = dateOf(now, timeZone)
  const found = await persons.get(tx, personId)
  const id = found.mergedInto ?? personId
  const whole = await getWholePerson(tx, id)
  const registration = await registrations.find(tx, id)
  const day = await findOpenDay(tx)
  const earlier = (await visitsOf(reading, id)).filter(({ dayId }) => dayId !== day?.id)
  const [shown] = await showPeople(reading, [id])
  return {
    person: whole.person,
    contact: whole.contact,
    emergency: whole.emergency,
    registration: registration ?? null,
    standing: registration ? standingOf(registration, today) : null,
    seq: await seqOfRegistered({ tx }, id),
    hasLink: await hasRegistrationLink(tx, id),
    lastDates: [...new Set(earlier.map(({ checkedInAt }) => dateOf(checkedInAt, timeZone)))].slice(0, mostDates),
    today: shown?.today ?? null,
    arrival: arrivalOf(whole, earlier[0], registration, today),
  }
})
