import { z } from 'zod'
import { id, instant } from '#shared/core/fields.ts'

/** Of what two records can turn out to be one. */
export const mergeKinds = ['person', 'household', 'need'] as const
export type MergeKind = (typeof mergeKinds)[number]

/** Two records made one (まとめ): which was kept, which was merged into it, and whether that was taken back. */
export const merge = z.object({
  id,
  /** The day on whose desks it is listed; null before the first. */
  dayId: id.nullable(),
  kind: z.enum(mergeKinds),
  keptId: id,
  mergedId: id,
  /** As desks call them: a name, or N-007. */
  keptLabel: z.string().max(60),
  mergedLabel: z.string().max(60),
  /** Where both had checked in: the check-in that stands, and the one that was cancelled for it. */
  standingAttendanceId: id.nullable(),
  cancelledAttendanceId: id.nullable(),
  byName: z.string().max(30),
  at: instant,
  undoneAt: instant.nullable(),
  undoneBy: z.string().max(30),
})
export type Merge = z.infer<typeof merge>

/** Somebody looked at two likely doubles and said that they are two (別の人です); they are not shown again. */
export const notDouble = z.object({
  id,
  kind: z.enum(mergeKinds),
  oneId: id,
  otherId: id,
  byName: z.string().max(30),
  at: instant,
  undoneAt: instant.nullable(),
})
