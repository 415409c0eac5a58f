import { z } from 'zod'
import { id, instant } from '#shared/core/fields.ts'

/** 活動報告: the lower half of the work order. Accepting it changes the need in the same act. */
export const report = z.object({
  id,
  dayId: id,
  workOrderId: id,
  teamId: id,
  needId: id,
  /** The leader whose phone sent it; null when it was keyed in at the desk. */
  sentBy: id.nullable(),
  /** 'sent' came from the leader's phone; 'accepted' was heard at the return desk. */
  status: z.enum(['sent', 'accepted']),
  source: z.enum(['phone', 'paper', 'desk']),
  outcome: z.enum(['completed', 'toBeContinued']),
  workDone: z.string().max(500),
  remainingWork: z.string().max(300),
  nextHeadcount: z.number().int().min(0).max(100),
  headcount: z.number().int().min(0).max(100),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  sentAt: instant,
  keyedBy: z.string().max(30).nullable(),
  acceptedBy: z.string().max(30).nullable(),
  acceptedAt: instant.nullable(),
})
export type Report = z.infer<typeof report>

/** What was noticed about the household (見守り): needs and dispatch desks only. */
export const reportObservation = z.object({ id, needId: id, text: z.string().max(500), watch: z.boolean() })

/** An injury, a near miss (ヒヤリハット) or someone unwell: asked before the report. */
export const incident = z.object({
  id,
  dayId: id,
  teamId: id.nullable(),
  attendanceId: id.nullable(),
  kind: z.enum(['injury', 'nearMiss', 'unwell']),
  text: z.string().max(500),
  at: instant,
  recordedBy: z.string().max(30),
})
export type Incident = z.infer<typeof incident>
