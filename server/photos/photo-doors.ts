import { noteLook, Sittings } from '#server/access/note-looks.ts'
import { type Actor, actorId, audiencesOfActor } from '#server/core/actor.ts'
import type { RouteContext } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import { photoIdOf, pictureAnswer, pictureBytes } from '#server/photos/kept-picture.ts'
import { photos } from '#server/photos/photos.ts'
import { pictureIntake } from '#server/photos/picture-intake.ts'
import { audiencesOf } from '#shared/access/audiences.ts'
import { notAllowed, notFound, notSignedIn, otherAuthor } from '#shared/core/problems.ts'
import { lookAtPhoto } from '#shared/photos/commands.ts'
import type { Photo } from '#shared/photos/photo.ts'

/** What is known of volunteers and their teams only above this slice. */
interface Phones {
  /** Whether this volunteer leads, or led, a team that went out. */
  mayPut(tx: Tx, attendanceId: string): Promise<boolean>
  /** Whether the home of this photo may still be seen on this phone, which holds its record. */
  mayLook(tx: Tx, photo: Photo, attendanceId: string): Promise<boolean>
}

function refuse(actor: Actor): never {
  throw actor.kind === 'public' ? notSignedIn({}) : notAllowed({})
}

async function requireSender(route: RouteContext, phones: Phones, actor: Actor, author: string | undefined) {
  if (actor.kind === 'staff' && author !== undefined && author !== actor.staffId) throw otherAuthor({})
  const may =
    actor.kind === 'volunteer'
      ? await route.center.read((tx) => phones.mayPut(tx, actor.attendanceId))
      : actor.kind === 'staff'
  const sentBy = actorId(actor)
  if (!may || sentBy === null) return refuse(actor)
  return sentBy
}

function addPutRoute(route: RouteContext, phones: Phones): void {
  const takeIn = pictureIntake(route)
  const asks = 'of a volunteer: to lead, or have led, a team that went out'
  // A desk puts pictures of what it may hold: photos of homes, or lists of groups.
  const holds = ['photo', 'listPicture'] as const
  const row = { method: 'put', path: '/photos/:id', may: ['staff', 'leader'], holds, asks } as const
  route.routes.open(row, (context, actor) =>
    takeIn(context, () => requireSender(route, phones, actor, context.req.header('x-author'))),
  )
}

async function mayLook(tx: Tx, phones: Phones, actor: Actor, photo: Photo): Promise<boolean> {
  const own: readonly string[] = audiencesOfActor(actor)
  if (photo.removedAt !== null || photo.withheld || !audiencesOf('photo', photo).some((one) => own.includes(one)))
    return false
  return actor.kind === 'volunteer' ? phones.mayLook(tx, photo, actor.attendanceId) : actor.kind === 'staff'
}

function addGetRoute(
  route: RouteContext,
  phones: Phones,
  path: '/photos/:id' | '/photos/:id/preview',
  column: 'image' | 'preview',
): void {
  const sittings = new Sittings()
  const asks = 'to hold the record of the photo; of a volunteer: a team that is out at that home'
  const row = { method: 'get', path, may: ['staff', 'leader', 'member'], holds: ['photo'], asks } as const
  route.routes.open(row, async (context, actor) => {
    const photoId = photoIdOf(context)
    const bytes = await route.center.read(async (tx) => {
      const photo = await photos.find(tx, photoId)
      // Whoever may not see it is told the same where there is none.
      if (!photo || !(await mayLook(tx, phones, actor, photo))) return refuse(actor)
      return pictureBytes(tx, photoId, column)
    })
    if (!bytes) throw notFound({ kind: 'photo' })
    if (column === 'image') {
      const act = { type: lookAtPhoto.name, input: { photoId } }
      await sittings.once(actor, photoId, () => noteLook(route, { context, actor }, act))
    }
    return pictureAnswer(bytes)
  })
}

/** The doors of pictures: in by PUT, out as preview or whole to whoever may hold the photo's record. */
export function openPhotoDoors(route: RouteContext, phones: Phones): void {
  addPutRoute(route, phones)
  addGetRoute(route, phones, '/photos/:id', 'image')
  addGetRoute(route, phones, '/photos/:id/preview', 'preview')
}
