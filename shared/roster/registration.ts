import { z } from 'zod'
import { date, id, instant, line, text } from '#shared/core/fields.ts'
import { daySlots } from '#shared/roster/day-slots.ts'
import { rosterLimits as limits } from '#shared/roster/limits.ts'
import { attendance } from '#shared/volunteers/attendance.ts'

/** Whether a registration stands or its owner took it back (退会); whether it is renewed, `renewedFor` says. */
const registrationStatuses = ['active', 'withdrawn'] as const

/** How a registration came: the person's own phone, staff, or a file. */
const registrationChannels = ['phone', 'staff', 'import'] as const

/** A fiscal year by the calendar year in which it begins: 2026 is 2026-04-01 to 2027-03-31. */
export const fiscalYear = z.number().int().min(2000).max(2200)

/** What somebody says of their insurance beforehand, and for which fiscal year it holds. */
const registeredInsurance = z.object({
  plan: attendance.shape.insurance.shape.plan,
  joinedOn: date.nullable(),
  fiscalYear: fiscalYear.nullable(),
})

/** What persons and groups of the roster have in common. */
export const registered = {
  id,
  /** 登録番号: a counter of its own, never used again; people see it as T-0001 or D-0001. */
  number: z.number().int().min(1),
  status: z.enum(registrationStatuses),
  channel: z.enum(registrationChannels),
  /** 活動できる地区: names of towns without their 丁目; empty where anywhere will do. */
  areas: z.array(z.string().max(30)).max(limits.areas),
  /** Empty where nothing was said of it. */
  days: z.array(z.enum(daySlots)).max(daySlots.length),
  tools: z.array(z.string().max(limits.tool)).max(limits.tools),
  insurance: registeredInsurance,
  consentVersion: attendance.shape.consentVersion,
  consentAt: instant,
  registeredAt: instant,
  /** The fiscal year for which it was last renewed; registering renews for the year of that day. */
  renewedFor: fiscalYear,
  /** A remark of staff. */
  note: text(limits.note),
  changedBy: z.string().max(30),
  changedAt: instant,
}

/** ボランティア登録: a person of the roster. Who they are and how they are reached stands on `person` and its kin. */
export const registration = z.object({
  /** The person's own id. */
  ...registered,
  languages: z.array(line(limits.language)).max(limits.languages),
})
export type Registration = z.infer<typeof registration>
