import { z } from 'zod'
import { date, id, instant } from '#shared/core/fields.ts'

/** How long what is kept. One record at most; without it, `usualRetention` holds. */
export const retentionRule = z.object({
  id,
  /** Volunteers' and survivors' personal data: so many days after the activation was closed. */
  personalDays: z.number().int().min(7).max(1825),
  /** What serves one day only, as notes on health: so many days after that day was closed. */
  dayOnlyDays: z.number().int().min(0).max(14),
  /** Who looked at what: so many months after the activation was closed. */
  accessLogMonths: z.number().int().min(6).max(60),
  /** The roster: so many months after the fiscal year for which somebody was last renewed. */
  rosterMonths: z.number().int().min(0).max(60),
})
export type RetentionRule = z.infer<typeof retentionRule>

/** 閉所: the response to this disaster has ended. Its id is the activation's. */
export const activationClosing = z.object({
  id,
  closedOn: date,
  closedAt: instant,
  closedBy: z.string().max(30),
  /** Taken back: the center goes on. */
  reopenedAt: instant.nullable(),
})
export type ActivationClosing = z.infer<typeof activationClosing>

/** That personal data is going to be erased by itself, and when. Desks see it from two weeks before. */
export const erasureNotice = z.object({
  id,
  what: z.enum(['activation', 'roster']),
  people: z.number().int().min(0),
  households: z.number().int().min(0),
  eraseOn: date,
  noticedOn: date,
  /** On how many days since the server ran for an hour with its clock untouched: the calendar alone erases nothing. */
  runningDays: z.number().int().min(0),
  lastRunningOn: date.nullable(),
  /** Two leads kept it longer. */
  postponedTo: date.nullable(),
  because: z.string().max(200),
  doneOn: date.nullable(),
})
export type ErasureNotice = z.infer<typeof erasureNotice>
