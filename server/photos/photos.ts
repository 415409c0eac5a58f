import { CompiledQuery } from 'kysely'
import { actorId } from '#server/core/actor.ts'
import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import { recordTable, type Tx } from '#server/database/record-table.ts'
import { lookersAt, needsLookedAt } from '#server/photos/lookers.ts'
import { otherBodySameId } from '#shared/core/problems.ts'
import type { Photo } from '#shared/photos/photo.ts'
import { pictureMissing } from '#shared/photos/problems.ts'
import { addPhotoProblem } from '#shared/photos/rules.ts'

export const photos = recordTable('photo', {
  id: 'plain',
  needId: 'plain',
  needNumber: 'plain',
  takenFor: 'plain',
  kind: 'plain',
  siteSurveyId: 'plain',
  workOrderId: 'plain',
  teamId: 'plain',
  teamNumber: 'plain',
  sentBy: 'plain',
  takenBy: 'plain',
  at: 'plain',
  width: 'plain',
  height: 'plain',
  removedAt: 'plain',
  removedBy: 'plain',
  shownTo: 'json',
  withheld: 'boolean',
})

/** A photo as the act that adds it knows it; the rest is known of its picture and its sender. */
export type AddedPhoto = Pick<
  Photo,
  'id' | 'needId' | 'needNumber' | 'takenFor' | 'kind' | 'siteSurveyId' | 'workOrderId' | 'teamId' | 'teamNumber'
>

/** Takes the picture that the sender has put here for what they say it is; it can be taken once only. */
export async function claimPicture(
  work: UnitOfWork,
  id: string,
  sentBy: string | null = actorId(work.actor),
): Promise<{ width: number; height: number }> {
  const picture = await work.tx
    .selectFrom('photo_blob')
    .select(['sent_by', 'claimed', 'width', 'height'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!picture || picture.sent_by !== sentBy) throw pictureMissing({})
  // A list of names must not become a photo of a home, which other desks see.
  if (picture.claimed !== 0) throw otherBodySameId({})
  await work.tx.updateTable('photo_blob').set({ claimed: 1 }).where('id', '=', id).execute()
  return { width: picture.width, height: picture.height }
}

/** Adds a photo whose picture its sender has put here before; every slice that adds photos does it here. */
export async function addPhoto(work: UnitOfWork, added: AddedPhoto): Promise<void> {
  const { id, needId, needNumber } = added
  const { width, height } = await claimPicture(work, id)
  const problem = addPhotoProblem({ number: needNumber }, await photos.count(work.tx, { needId, removedAt: null }))
  if (problem) throw problem
  const sentBy = work.actor.kind === 'volunteer' ? work.actor.attendanceId : null
  const taken = { sentBy, takenBy: work.actorName, at: work.happenedAt, width, height }
  const shownTo = await lookersAt(work.tx, needId)
  await photos.add(work, { ...added, ...taken, removedAt: null, removedBy: '', shownTo, withheld: false })
  work.describe({ need: needNumber, kind: added.kind, team: added.teamNumber })
}

/** How many photos a desk holds from the beginning: a day's worth. The others of a need it asks for. */
const held = 500

/** What desks are told of photos: the newest at first, then whatever changes. */
export async function photosForDesks(tx: Tx, seq: number): Promise<Photo[]> {
  if (seq > 0) return photos.changedSince(tx, seq)
  const columns = photos.columns.map(({ column }) => column).join(', ')
  const newest = `select ${columns} from photo where removed_at is null order by changed_seq desc limit ${held}`
  const { rows } = await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(newest))
  return rows.map((row) => photos.fromRow(row))
}

/** The photos a phone sent, and those of the home where its team is out. */
export async function photosOfPhone(tx: Tx, attendanceId: string): Promise<Photo[]> {
  const own = await photos.where(tx, { sentBy: attendanceId })
  const needId = await needsLookedAt(tx, attendanceId)
  const there = needId.length === 0 ? [] : await photos.where(tx, { needId })
  return [...own, ...there.filter(({ sentBy, shownTo }) => sentBy !== attendanceId && shownTo.includes(attendanceId))]
}
