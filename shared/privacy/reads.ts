import { z } from 'zod'
import { date, id } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { subjectKinds } from '#shared/privacy/erasure.ts'

/** Whom or what an act for two people is about, that waits or is asked for at this desk: for the leads who answer it. */
export const actConcerns = defineRead('privacy.actConcerns', {
  may: ['center.lead'],
  holds: ['staff', 'person', 'household', 'registeredGroup'],
  input: z.union([z.strictObject({ actId: id }), z.strictObject({ type: z.string().max(60), input: z.unknown() })]),
  answer: z.object({
    kind: z.enum([...subjectKinds, 'staff', 'activation', 'roster']).nullable(),
    /** '' where the asker may not know it, or it has none. */
    name: z.string(),
    because: z.string(),
    /** Until when what would be erased is kept instead. */
    to: date.nullable(),
  }),
})
