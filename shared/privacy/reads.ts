import { z } from 'zod'
import { date, id } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { subjectKinds } from '#shared/privacy/erasure.ts'
import { exportTables, listKind } from '#shared/privacy/exports.ts'

/**
 * Whom or what an act for two people is about, that waits or is asked for at this desk: for the leads who answer it.
 * The affairs desk, which takes lists out too, reads this of lists alone.
 */
export const actConcerns = defineRead('privacy.actConcerns', {
  may: ['center.lead', 'affairs.manage'],
  holds: ['staff', 'person', 'household', 'registeredGroup'],
  input: z.union([z.strictObject({ actId: id }), z.strictObject({ type: z.string().max(60), input: z.unknown() })]),
  answer: z.object({
    kind: z.enum([...subjectKinds, 'staff', 'activation', 'roster', ...exportTables.map(listKind)]).nullable(),
    /** '' where the asker may not know it, or it has none. */
    name: z.string(),
    because: z.string(),
    /** Until when what would be erased is kept instead. */
    to: date.nullable(),
  }),
})
