import { noteSheet, Sittings } from '#server/access/note-looks.ts'
import { handle } from '#server/core/handlers.ts'
import type { RouteContext } from '#server/core/slice.ts'
import type { Change, UnitOfWork } from '#server/core/unit-of-work.ts'
import { recordTable } from '#server/database/record-table.ts'
import { groupVisits, peopleOfGroup } from '#server/groups/visits.ts'
import { erasePicture } from '#server/photos/erase-pictures.ts'
import { photoIdOf, pictureAnswer } from '#server/photos/kept-picture.ts'
import { claimPicture } from '#server/photos/photos.ts'
import { notFound } from '#shared/core/problems.ts'
import { addListPicture, eraseListPicture } from '#shared/groups/commands.ts'
import type { ListPicture } from '#shared/groups/list-picture.ts'
import { listPictureProblem, withoutName } from '#shared/groups/rules.ts'

export const listPictures = recordTable('listPicture', {
  id: 'plain',
  dayId: 'plain',
  groupVisitId: 'plain',
  at: 'plain',
  takenBy: 'plain',
  width: 'plain',
  height: 'plain',
  erasedAt: 'plain',
})

/** Erases pictures of lists: their names are in, or the day is over. */
export async function eraseLists(
  work: UnitOfWork,
  of: Pick<ListPicture, 'groupVisitId'> | Pick<ListPicture, 'dayId'> | Pick<ListPicture, 'id'>,
): Promise<void> {
  for (const picture of await listPictures.where(work.tx, { ...of, erasedAt: null })) {
    await erasePicture(work, picture.id)
    await listPictures.save(work, { ...picture, erasedAt: work.now })
  }
}

/**
 * What the picture was kept for is done with the last name, whichever way it came: with the list, by hand at reception,
 * or because whoever else was said has not come.
 */
export async function eraseListsOfNamed(work: UnitOfWork, changes: readonly Change[]): Promise<void> {
  const groups = new Set<string>()
  for (const change of changes) {
    if (change.kind !== 'attendance') continue
    // The kind was asked a line above; the list of all kinds cannot say so by itself.
    const { record, before } = change as unknown as Change<'attendance'>
    if (before?.nameToFollow && record.groupVisitId !== null) groups.add(record.groupVisitId)
  }
  for (const groupVisitId of groups) {
    const { status } = await groupVisits.get(work.tx, groupVisitId)
    // A group that was cancelled by mistake comes back, and its list with it.
    const isDone = status !== 'cancelled' && withoutName(await peopleOfGroup(work.tx, groupVisitId)).length === 0
    if (isDone) await eraseLists(work, { groupVisitId })
  }
}

const addListPictureHandler = handle(addListPicture, async (work, { photoId, groupVisitId }) => {
  const visit = await groupVisits.get(work.tx, groupVisitId)
  const size = await claimPicture(work, photoId)
  const kept = await listPictures.count(work.tx, { groupVisitId, erasedAt: null })
  const problem = listPictureProblem(visit, await peopleOfGroup(work.tx, groupVisitId), kept)
  if (problem) throw problem
  const taken = { at: work.happenedAt, takenBy: work.actorName, erasedAt: null }
  await listPictures.add(work, { id: photoId, dayId: visit.dayId, groupVisitId, ...taken, ...size })
  work.describe({ group: visit.number })
})

const eraseListPictureHandler = handle(eraseListPicture, async (work, { photoId }) => {
  const { groupVisitId } = await listPictures.get(work.tx, photoId)
  // A second hand that erases it too gets what it wanted.
  await eraseLists(work, { id: photoId })
  work.describe({ group: (await groupVisits.get(work.tx, groupVisitId)).number })
})

export const listPictureHandlers = [addListPictureHandler, eraseListPictureHandler]

/** The door of the pictures of lists: out to whoever may hold their record. They come in as photos do. */
export function addListPictureRoute(route: RouteContext): void {
  const { routes, center } = route
  const sittings = new Sittings()
  const row = { method: 'get', path: '/group-lists/:id', may: ['staff'], holds: ['listPicture'] } as const
  routes.open(row, async (context, actor) => {
    const id = photoIdOf(context)
    const found = await center.read(async (tx) => {
      const picture = await listPictures.find(tx, id)
      if (!picture || picture.erasedAt !== null) return undefined
      const row = await tx.selectFrom('photo_blob').select('image').where('id', '=', id).executeTakeFirst()
      return row && { bytes: row.image, people: (await peopleOfGroup(tx, picture.groupVisitId)).length }
    })
    if (!found) throw notFound({ kind: 'listPicture' })
    const opened = { sheet: 'groupList', recordId: id, people: found.people } as const
    await sittings.once(actor, id, () => noteSheet(route, { context, actor }, opened))
    return pictureAnswer(found.bytes)
  })
}
