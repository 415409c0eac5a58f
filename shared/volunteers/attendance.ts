import { z } from 'zod'
import { date, id, instant, line } from '#shared/core/fields.ts'
import { languages } from '#shared/core/language.ts'
import { vehicles } from '#shared/volunteers/vehicles.ts'

/**
 * A volunteer's state of the day (field guide 12b): キャンセル待ち → 待機 (or 体調相談) → 班 → 出発 → 帰着 → 退所,
 * beside them センター業務 and 取消.
 */
export const attendanceStatuses = [
  'waitingListed',
  'consulting',
  'waiting',
  'inTeam',
  'out',
  'returned',
  'centerWork',
  'left',
  'cancelled',
] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]

/** Volunteer insurance as it was shown or applied for today (field guide 2.10). */
const insurance = z.object({
  plan: z.enum(['none', 'basic', 'naturalDisaster']),
  /** The day of the procedure, where it is known. */
  joinedOn: date.nullable(),
  /** The first day it covers: the day after the procedure, or at once in a large disaster. */
  effectiveFrom: date.nullable(),
  /** 31 March of the insurance year. */
  validUntil: date.nullable(),
  /** The staff member who saw the card or took the application. */
  verifiedBy: z.string().max(30).nullable(),
})
export type Insurance = z.infer<typeof insurance>

/** What a person or a desk says of an insurance: the plan, and the day of the procedure where it is known. */
export const insuranceSaid = insurance.pick({ plan: true, joinedOn: true })

/** Junior and senior high pupils need a guardian's approval, primary pupils come with one (field guide, section 8). */
export const guardianConsents = ['notNeeded', 'missing', 'given', 'accompanied'] as const

/** One person's check-in (当日受付) on one day. */
export const attendance = z.object({
  id,
  dayId: id,
  personId: id,
  /** 受付番号: a counter of the day, given inside the transaction and never used again. */
  number: z.number().int().min(1),
  status: z.enum(attendanceStatuses),
  channel: z.enum(['phone', 'proxy', 'paper']),
  name: z.string().max(60),
  nameKana: z.string().max(60),
  cameBefore: z.boolean(),
  ageBand: z.enum(['under18', '18-29', '30s', '40s', '50s', '60s', '70andOver', 'unknown']),
  guardianConsent: z.enum(guardianConsents),
  insurance,
  skills: z.array(z.string().max(30)).max(20),
  vehicle: z.enum(vehicles),
  experience: z.boolean(),
  language: z.enum(languages),
  consentVersion: z.string().max(20),
  consentAt: instant,
  checkedInAt: instant,
  teamId: id.nullable(),
  isLeader: z.boolean(),
  sentOutAt: instant.nullable(),
  returnedAt: instant.nullable(),
  leftAt: instant.nullable(),
  /** When it was keyed in from paper: who keyed it. */
  keyedBy: z.string().max(30).nullable(),
  /** The group (団体) they came with. */
  groupVisitId: id.nullable(),
  /** Their group wants to work among themselves: no team holds them together with others. */
  keepTogether: z.boolean(),
  /** One of 「23人、名前はあとで」: here and counted, but no person is known yet; `personId` is kept for whoever it will be. */
  nameToFollow: z.boolean(),
})
export type Attendance = z.infer<typeof attendance>

/** Today's health as the volunteer said it: reception and first aid only. */
export const attendanceHealth = z.object({
  id,
  dayId: id,
  condition: z.enum(['good', 'concern']),
  /** An activity limit, in the person's own words. */
  note: z.string().max(300),
  /** Who talked it over, once someone did. */
  talkedWith: z.string().max(30).nullable(),
})

/** What staff write down about someone's day; apart, because a volunteer's own phone holds the attendance. */
export const attendanceNote = z.object({
  id,
  dayId: id,
  text: line(200),
  writtenBy: z.string().max(30),
})
