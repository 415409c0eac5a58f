import { handle } from '#server/core/handlers.ts'
import { getNeed } from '#server/needs/needs.ts'
import { addPhoto } from '#server/photos/photos.ts'
import { addNeedPhoto } from '#shared/needs/commands.ts'

export const addNeedPhotoHandler = handle(addNeedPhoto, async (work, { photoId, needId, kind, siteSurveyId }) => {
  const need = await getNeed(work.tx, needId)
  const takenFor = siteSurveyId === null ? 'need' : 'survey'
  const about = { needId, needNumber: need.number, siteSurveyId, workOrderId: null, teamId: null, teamNumber: null }
  await addPhoto(work, { id: photoId, kind, takenFor, ...about })
})
