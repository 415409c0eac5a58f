import type { Center, Day } from '#shared/center/center.ts'
import type { InsurancePolicy } from '#shared/center/profile.ts'
import { ageOn, insuranceYearEnd, isMinorOn, schoolStage } from '#shared/core/japanese-date.ts'
import type { Problem } from '#shared/core/problem.ts'
import { addDays, clockOf, dateOf } from '#shared/core/time.ts'
import type { Attendance, AttendanceStatus, Insurance } from '#shared/volunteers/attendance.ts'
import {
  dayFull,
  inTeam,
  isGrownUp,
  mustBeAccompanied,
  notInThisStatus,
  othersAhead,
  receptionClosed,
  stillOut,
} from '#shared/volunteers/problems.ts'

/**
 * Why a phone may not check in at an instant, or null. Staff may always type someone in. A day that was left open
 * overnight takes nobody in by itself: its date, its insurance and its numbers are yesterday's.
 */
export function receptionProblem(day: Day, now: string, zone: string): Problem | null {
  const clock = clockOf(now, zone)
  const isInHours = dateOf(now, zone) === day.date && clock >= day.receptionOpensAt && clock < day.receptionClosesAt
  const open = day.status === 'open' && day.publicReception && isInHours
  return open ? null : receptionClosed({ opensAt: day.receptionOpensAt, closesAt: day.receptionClosesAt })
}

/** Statuses that take one of the day's places. */
export function takesPlace(status: AttendanceStatus): boolean {
  return status !== 'waitingListed' && status !== 'cancelled'
}

/** An empty birth date is that of somebody whose group did not say it. */
export function ageBandOf(birthDate: string, today: string): Attendance['ageBand'] {
  if (birthDate === '') return 'unknown'
  const age = ageOn(birthDate, today)
  if (age < 18) return 'under18'
  if (age < 30) return '18-29'
  if (age >= 70) return '70andOver'
  return (['30s', '40s', '50s', '60s'] as const)[Math.floor(age / 10) - 3] ?? '60s'
}

/** Whether a minor must come with a guardian: pupils of a primary school, and children below it. */
function mustBeWithGuardian(birthDate: string, today: string): boolean {
  return schoolStage(birthDate, today) === 'primary' || ageOn(birthDate, today) < 12
}

/** Junior and senior high pupils need a guardian's approval, primary pupils must be accompanied (field guide, section 8). */
export function guardianConsentOf(
  said: Attendance['guardianConsent'],
  birthDate: string,
  today: string,
): Attendance['guardianConsent'] {
  // Whose age nobody knows yet, of them holds what their group's leader says.
  if (birthDate === '') return said
  if (!isMinorOn(birthDate, today)) return 'notNeeded'
  if (said === 'accompanied') return 'accompanied'
  if (mustBeWithGuardian(birthDate, today)) return 'missing'
  return said === 'given' ? 'given' : 'missing'
}

/** Why this consent cannot be recorded, or null. */
export function guardianConsentProblem(
  said: Attendance['guardianConsent'],
  { number }: Pick<Attendance, 'number'>,
  birthDate: string,
  today: string,
): Problem | null {
  if (birthDate === '') return null
  if (!isMinorOn(birthDate, today)) return isGrownUp({ number })
  return said === 'given' && mustBeWithGuardian(birthDate, today) ? mustBeAccompanied({ number }) : null
}

/** What reception may do with someone's day, and in which statuses (field guide 12b); never while a team has them. */
const statusesFor = {
  startConsultation: ['waiting', 'centerWork'],
  settleConsultation: ['consulting'],
  cancelCheckIn: ['waitingListed', 'consulting', 'waiting', 'centerWork'],
  restoreCheckIn: ['cancelled'],
  letIn: ['waitingListed'],
  comeBack: ['left'],
  toCenterWork: ['waiting', 'returned'],
  waitAgain: ['centerWork'],
} satisfies Record<string, readonly AttendanceStatus[]>

export type ReceptionAct = keyof typeof statusesFor

/** Why reception cannot do this now, or null. */
export function actProblem(
  act: ReceptionAct,
  { id, number, status }: Pick<Attendance, 'id' | 'number' | 'status'>,
): Problem | null {
  const allowed: readonly AttendanceStatus[] = statusesFor[act]
  if (allowed.includes(status)) return null
  if (status === 'out') return stillOut({ number }, ['attendance', id])
  return status === 'inTeam'
    ? inTeam({ number }, ['attendance', id])
    : notInThisStatus({ number, status }, ['attendance', id])
}

const homeGoing: readonly AttendanceStatus[] = ['returned', 'waiting', 'consulting', 'centerWork', 'waitingListed']

/** Nobody goes home (退所) who is out, or who stands in a team that will go out. */
export function mayLeave(status: AttendanceStatus): boolean {
  return homeGoing.includes(status)
}

/** Why this person cannot be let in from the waiting list now, or null: a place must be free, and they must be first. */
export function letInProblem(
  attendance: Pick<Attendance, 'id' | 'number' | 'status'>,
  places: { admitted: number; kept?: number; capacity: number; firstWaiting: number | null },
): Problem | null {
  const problem = actProblem('letIn', attendance)
  if (problem) return problem
  const { admitted, kept = 0, capacity } = places
  if (admitted + kept >= capacity) return dayFull({ capacity, kept })
  const first = places.firstWaiting ?? attendance.number
  return first < attendance.number ? othersAhead({ first }) : null
}

/** What a person or a desk says of an insurance: the plan, and the day of the procedure where it is known. */
export type InsuranceSaid = Pick<Insurance, 'plan' | 'joinedOn'>

/**
 * When an insurance begins and ends: the day after the procedure at 0:00, at once in a large disaster; to 31 March
 * (field guide 2.10). One whose day nobody remembers is taken to be in force until somebody has seen the card.
 */
export function insuranceOf(
  said: InsuranceSaid,
  today: string,
  beginsAtOnce: boolean,
  verifiedBy: string | null = null,
): Insurance {
  if (said.plan === 'none') {
    return { plan: 'none', joinedOn: null, effectiveFrom: null, validUntil: null, verifiedBy: null }
  }
  const joinedOn = said.joinedOn ?? addDays(today, -1)
  return {
    plan: said.plan,
    joinedOn: said.joinedOn,
    effectiveFrom: beginsAtOnce ? joinedOn : addDays(joinedOn, 1),
    validUntil: insuranceYearEnd(beginsAtOnce ? joinedOn : addDays(joinedOn, 1)),
    verifiedBy,
  }
}

const insuranceGaps = ['none', 'notYetEffective', 'expired', 'wrongPlan'] as const
export type InsuranceGap = (typeof insuranceGaps)[number]

/** What is missing for this date and this disaster, or null when covered. A gap guides, it never refuses (field guide 2.10). */
export function insuranceGap(insurance: Insurance, date: string, hazard: Center['hazard']): InsuranceGap | null {
  if (insurance.plan === 'none' || insurance.effectiveFrom === null || insurance.validUntil === null) return 'none'
  if (date > insurance.validUntil) return 'expired'
  if (hazard === 'earthquake' && insurance.plan !== 'naturalDisaster') return 'wrongPlan'
  return date < insurance.effectiveFrom ? 'notYetEffective' : null
}

/** Whether someone may be sent out as to insurance: covered, or enrolled on the spot before a member of staff. */
export function isCoveredEnough(
  insurance: Insurance,
  date: string,
  hazard: Center['hazard'],
  policy: InsurancePolicy,
): boolean {
  const gap = insuranceGap(insurance, date, hazard)
  const enrolledHere = gap === 'notYetEffective' && insurance.joinedOn === date && insurance.verifiedBy !== null
  return gap === null || (enrolledHere && policy.enrolmentOnTheSpot)
}
