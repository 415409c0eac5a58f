import { z } from 'zod'
import { id, instant } from '#shared/core/fields.ts'

/** 作業前 / 作業後 / 危険: what a photo is there to show. */
const photoKinds = ['before', 'after', 'danger'] as const
export type PhotoKind = (typeof photoKinds)[number]

/** What is known of a photo of a home; the picture itself lies apart and is asked for one by one. */
export const photo = z.object({
  id,
  needId: id,
  needNumber: z.number().int(),
  takenFor: z.enum(['need', 'survey', 'report']),
  kind: z.enum(photoKinds),
  /** The visit it was taken on; its record may be written after its photos. */
  siteSurveyId: id.nullable(),
  /** The sheet that the team carried: a report belongs to a sheet, and is often sent after its photos. */
  workOrderId: id.nullable(),
  teamId: id.nullable(),
  teamNumber: z.number().int().nullable(),
  /** The leader whose phone sent it; null where a desk did. */
  sentBy: id.nullable(),
  /** Who took it in at a desk. */
  takenBy: z.string().max(30),
  at: instant,
  width: z.number().int(),
  height: z.number().int(),
  removedAt: instant.nullable(),
  removedBy: z.string().max(30),
  /** Who is out at this home now with their team, and so sees it: from departure until the report. */
  shownTo: z.array(id),
  /** 住所非開示: a picture of the home says where it is; nobody is shown it. */
  withheld: z.boolean(),
})
export type Photo = z.infer<typeof photo>

/** What an act says of a photo beside what it belongs to; the picture was put under this id before. */
export const photoFields = { photoId: id, kind: photo.shape.kind }
