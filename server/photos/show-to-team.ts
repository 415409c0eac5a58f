import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { eraseLooking, lookersAt, writeLooking } from '#server/photos/lookers.ts'
import { photos } from '#server/photos/photos.ts'

/** Shows the photos of a home to whoever is out there, as it is written now, and to nobody else. */
export async function tellWhoLooks(work: UnitOfWork, needId: string): Promise<void> {
  const shownTo = await lookersAt(work.tx, needId)
  for (const photo of await photos.where(work.tx, { needId }))
    if (photo.shownTo.join() !== shownTo.join()) await photos.save(work, { ...photo, shownTo })
}

/** Shows the photos of a home to the phones of the team that is out there, and to no other it showed them before. */
export async function showPhotosTo(work: UnitOfWork, teamId: string, needId: string, attendanceIds: readonly string[]) {
  const before = await eraseLooking(work.tx, teamId)
  await writeLooking(work.tx, { teamId, needId, attendanceIds })
  if (before !== null && before !== needId) await tellWhoLooks(work, before)
  await tellWhoLooks(work, needId)
}

/** The team is not out there any more, or has reported: nobody of it sees the photos from now on. */
export async function hidePhotosFrom(work: UnitOfWork, teamId: string): Promise<void> {
  const needId = await eraseLooking(work.tx, teamId)
  if (needId !== null) await tellWhoLooks(work, needId)
}
