import { CompiledQuery } from 'kysely'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { addMinutes } from '#shared/core/time.ts'
import { erasedBefore } from '#shared/photos/rules.ts'

/** A device that sent a picture and then fell silent sends its act within a week, or sends the picture anew. */
const waitsForActMinutes = 7 * 24 * 60

const removed = 'delete from photo_blob where id in (select id from photo where removed_at < ?)'
const forgotten = 'delete from photo_blob where claimed = 0 and stored_at < ?'

/** Erases the pictures of removed photos, and those to which no act ever referred. Done with each new picture. */
export async function erasePictures({ tx, now }: Pick<UnitOfWork, 'tx' | 'now'>): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(removed, [erasedBefore(now)]))
  await tx.executeQuery(CompiledQuery.raw(forgotten, [addMinutes(now, -waitsForActMinutes)]))
}

/** Erases the pictures of all removed photos at once: when the day is closed, nobody brings them back. */
export async function eraseRemovedPictures({ tx }: Pick<UnitOfWork, 'tx'>): Promise<void> {
  const all = 'delete from photo_blob where id in (select id from photo where removed_at is not null)'
  await tx.executeQuery(CompiledQuery.raw(all))
}

/** Erases one picture at once, whatever it was. */
export async function erasePicture({ tx }: Pick<UnitOfWork, 'tx'>, id: string): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw('delete from photo_blob where id = ?', [id]))
}
