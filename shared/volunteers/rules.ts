import type { Center, Day } from '#shared/center/center.ts'
import { ageOn, insuranceYearEnd, schoolStage } from '#shared/core/japanese-date.ts'
import type { Problem } from '#shared/core/problem.ts'
import { addDays } from '#shared/core/time.ts'
import type { Attendance, AttendanceStatus, Insurance } from '#shared/volunteers/attendance.ts'
import { receptionClosed } from '#shared/volunteers/problems.ts'

/** Why a phone may not check in now, or null. Staff may always type someone in. */
export function receptionProblem(day: Day, clock: string): Problem | null {
  const open =
    day.status === 'open' && day.publicReception && clock >= day.receptionOpensAt && clock < day.receptionClosesAt
  return open ? null : receptionClosed({ opensAt: day.receptionOpensAt, closesAt: day.receptionClosesAt })
}

/** Statuses that take one of the day's places. */
export function takesPlace(status: AttendanceStatus): boolean {
  return status !== 'waitingListed' && status !== 'cancelled'
}

export function ageBandOf(birthDate: string, today: string): Attendance['ageBand'] {
  const age = ageOn(birthDate, today)
  if (age < 18) return 'under18'
  if (age < 30) return '18-29'
  if (age >= 70) return '70andOver'
  return (['30s', '40s', '50s', '60s'] as const)[Math.floor(age / 10) - 3] ?? '60s'
}

/** Junior and senior high pupils need a guardian's approval, primary pupils must be accompanied (field guide, section 8). */
export function guardianConsentOf(
  said: Attendance['guardianConsent'],
  birthDate: string,
  today: string,
): Attendance['guardianConsent'] {
  if (ageOn(birthDate, today) >= 18) return 'notNeeded'
  if (said === 'accompanied') return 'accompanied'
  if (schoolStage(birthDate, today) === 'primary' || ageOn(birthDate, today) < 12) return 'missing'
  return said === 'given' ? 'given' : 'missing'
}

/** When an insurance begins and ends: the day after the procedure, at once in a large disaster; to 31 March (field guide 2.10). */
export function insuranceOf(
  said: { plan: Insurance['plan']; joinedOn: string | null },
  today: string,
  beginsAtOnce: boolean,
): Insurance {
  if (said.plan === 'none') return { plan: 'none', effectiveFrom: null, validUntil: null, verifiedBy: null }
  const joinedOn = said.joinedOn ?? addDays(today, -1)
  return {
    plan: said.plan,
    effectiveFrom: beginsAtOnce ? joinedOn : addDays(joinedOn, 1),
    validUntil: insuranceYearEnd(joinedOn),
    verifiedBy: null,
  }
}

export const insuranceGaps = ['none', 'notYetEffective', 'expired', 'wrongPlan'] as const
export type InsuranceGap = (typeof insuranceGaps)[number]

/** What is missing for this date and this disaster, or null when covered. A gap guides, it never refuses (field guide 2.10). */
export function insuranceGap(insurance: Insurance, date: string, hazard: Center['hazard']): InsuranceGap | null {
  if (insurance.plan === 'none' || insurance.effectiveFrom === null || insurance.validUntil === null) return 'none'
  if (date < insurance.effectiveFrom) return 'notYetEffective'
  if (date > insurance.validUntil) return 'expired'
  return hazard === 'earthquake' && insurance.plan !== 'naturalDisaster' ? 'wrongPlan' : null
}
