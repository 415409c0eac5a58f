import { handle } from '#server/core/handlers.ts'
import { standingNeed } from '#server/needs/needs.ts'
import { addPhoto } from '#server/photos/photos.ts'
import { addNeedPhoto } from '#shared/needs/commands.ts'

export const addNeedPhotoHandler = handle(addNeedPhoto, async (work, { photoId, kind, siteSurveyId, ...input }) => {
  // Whoever had the form open while the need was merged means the house, not the number.
  const need = await standingNeed(work.tx, input.needId)
  const takenFor = siteSurveyId === null ? 'need' : 'survey'
  const about = {
    needId: need.id,
    needNumber: need.number,
    siteSurveyId,
    workOrderId: null,
    teamId: null,
    teamNumber: null,
  }
  await addPhoto(work, { id: photoId, kind, takenFor, ...about })
})
