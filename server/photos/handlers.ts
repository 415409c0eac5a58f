import { writeLook } from '#server/access/access-log.ts'
import { audiencesOfActor } from '#server/core/actor.ts'
import { handle } from '#server/core/handlers.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { erasePictures } from '#server/photos/erase-pictures.ts'
import { photos } from '#server/photos/photos.ts'
import { audiencesOf } from '#shared/access/audiences.ts'
import { notAllowed, otherBodySameId } from '#shared/core/problems.ts'
import { changePhotoKind, lookAtPhoto, removePhoto, restorePhoto, storePicture } from '#shared/photos/commands.ts'
import { photoLimits } from '#shared/photos/limits.ts'
import { photosBusy } from '#shared/photos/problems.ts'
import { changeKindProblem, restorePhotoProblem } from '#shared/photos/rules.ts'

/** A sender who never says what the pictures are for must not fill the disk. */
async function waitingOf({ tx }: UnitOfWork, sentBy: string): Promise<number> {
  const waiting = tx.selectFrom('photo_blob').where('claimed', '=', 0).where('sent_by', '=', sentBy)
  const row = await waiting.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirst()
  return row?.count ?? 0
}

const storePictureHandler = handle(storePicture, async (work, { photoId, ...picture }) => {
  await erasePictures(work)
  const before = await work.tx
    .selectFrom('photo_blob')
    .select(['source_hash', 'sent_by'])
    .where('id', '=', photoId)
    .executeTakeFirst()
  if (before) {
    if (before.source_hash !== picture.sourceHash || before.sent_by !== picture.sentBy) throw otherBodySameId({})
    return
  }
  if ((await waitingOf(work, picture.sentBy)) >= photoLimits.waitingOfSender) throw photosBusy({})
  await work.tx
    .insertInto('photo_blob')
    .values({
      id: photoId,
      source_hash: picture.sourceHash,
      sent_by: picture.sentBy,
      stored_at: work.now,
      claimed: 0,
      width: picture.width,
      height: picture.height,
      preview: picture.preview,
      image: picture.image,
    })
    .execute()
})

/** Whoever sent a photo from a phone may take it back, and say anew what it shows. */
const related = async ({ tx, actor }: UnitOfWork, { photoId }: { photoId: string }) => {
  const photo = await photos.find(tx, photoId)
  return actor.kind === 'volunteer' && photo?.sentBy === actor.attendanceId
}

const removePhotoHandler = handle(
  removePhoto,
  async (work, { photoId }) => {
    const photo = await photos.get(work.tx, photoId)
    work.describe({ need: photo.needNumber, kind: photo.kind, team: photo.teamNumber })
    // A second hand that removes it too gets what it wanted, and the time for bringing it back does not begin anew.
    if (photo.removedAt === null) await photos.save(work, { ...photo, removedAt: work.now, removedBy: work.actorName })
  },
  { related },
)

const restorePhotoHandler = handle(
  restorePhoto,
  async (work, { photoId }) => {
    const photo = await photos.get(work.tx, photoId)
    const problem = restorePhotoProblem(photo, work.now)
    if (problem) throw problem
    work.describe({ need: photo.needNumber, kind: photo.kind, team: photo.teamNumber })
    if (photo.removedAt !== null) await photos.save(work, { ...photo, removedAt: null, removedBy: '' })
  },
  { related },
)

const changeKindHandler = handle(
  changePhotoKind,
  async (work, { photoId, kind }) => {
    const photo = await photos.get(work.tx, photoId)
    const problem = changeKindProblem(photo)
    if (problem) throw problem
    work.describe({ need: photo.needNumber, before: photo.kind, kind, team: photo.teamNumber })
    if (photo.kind !== kind) await photos.save(work, { ...photo, kind })
  },
  { related },
)

async function isHeld({ tx, actor }: UnitOfWork, photoId: string): Promise<boolean> {
  const photo = await photos.find(tx, photoId)
  const own: readonly string[] = audiencesOfActor(actor)
  return photo !== undefined && audiencesOf('photo', photo).some((one) => own.includes(one))
}

/** Changes nothing but the log of who looked. */
const lookAtPhotoHandler = handle(
  lookAtPhoto,
  async (work, { photoId }) => {
    // A row about a photo that one could not see would be a false one.
    if (!(await isHeld(work, photoId))) throw notAllowed({})
    await writeLook(work, { id: work.commandId, what: 'photo', recordKind: 'photo', recordId: photoId, why: 'work' })
    const { needNumber, kind } = await photos.get(work.tx, photoId)
    work.describe({ need: needNumber, kind })
  },
  { related: (work, { photoId }) => isHeld(work, photoId) },
)

export const photoHandlers = [
  lookAtPhotoHandler,
  storePictureHandler,
  removePhotoHandler,
  restorePhotoHandler,
  changeKindHandler,
]
