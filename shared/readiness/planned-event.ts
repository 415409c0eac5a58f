import { z } from 'zod'
import { date, id, instant, line, requiredLine, timeOfDay } from '#shared/core/fields.ts'
import { eventKinds } from '#shared/readiness/limits.ts'

export const eventText = z.object({
  kind: z.enum(eventKinds),
  title: requiredLine(60),
  date,
  startsAt: timeOfDay.nullable(),
  place: line(60),
  note: line(200),
})

/** A drill, a course or a meeting in the calendar of the set-up room. */
export const plannedEvent = eventText.extend({ id, removedAt: instant.nullable() })
export type PlannedEvent = z.infer<typeof plannedEvent>
