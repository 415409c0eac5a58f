import { z } from 'zod'
import { id } from '#shared/core/fields.ts'
import { defineRead } from '#shared/core/read.ts'
import { photo } from '#shared/photos/photo.ts'

/** All photos of one need, also those that desks no longer hold. */
export const photosOfNeed = defineRead('photos.photosOfNeed', {
  may: ['contacts.read', 'return.manage'],
  holds: ['photo'],
  input: z.object({ needId: id }),
  answer: z.object({ photos: z.array(photo) }),
})
