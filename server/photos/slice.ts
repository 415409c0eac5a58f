import { answerRead } from '#server/core/reads.ts'
import { feed, type Slice } from '#server/core/slice.ts'
import { photoHandlers } from '#server/photos/handlers.ts'
import { photos, photosForDesks, photosOfPhone } from '#server/photos/photos.ts'
import { photosOfNeed } from '#shared/photos/reads.ts'

export const photosSlice: Slice = {
  name: 'photos',
  handlers: photoHandlers,
  feeds: [
    feed({
      kind: 'photo',
      changedSince: photosForDesks,
      ofPerson: photosOfPhone,
    }),
  ],
  reads: [
    answerRead(photosOfNeed, async ({ tx }, { needId }) => ({
      photos: await photos.where(tx, { needId, removedAt: null }),
    })),
  ],
}
