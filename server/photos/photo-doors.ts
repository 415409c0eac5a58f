import { createHash } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { z } from 'zod'
import { noteLook, Sittings } from '#server/access/note-looks.ts'
import { type Actor, actorId, audiencesOfActor } from '#server/core/actor.ts'
import type { RouteContext } from '#server/core/slice.ts'
import type { Tx } from '#server/database/record-table.ts'
import { develop } from '#server/photos/develop.ts'
import { photos } from '#server/photos/photos.ts'
import { takeTurns } from '#server/photos/turns.ts'
import { audiencesOf } from '#shared/access/audiences.ts'
import { newId } from '#shared/core/ids.ts'
import { notAllowed, notFound, notSignedIn, otherAuthor, otherBodySameId } from '#shared/core/problems.ts'
import { lookAtPhoto } from '#shared/photos/commands.ts'
import type { Photo } from '#shared/photos/photo.ts'
import { noPicture, photosBusy } from '#shared/photos/problems.ts'

type RequestContext = Context<{ Bindings: HttpBindings }>

/** What is known of volunteers and their teams only above this slice. */
interface Phones {
  /** Whether this volunteer leads, or led, a team that went out. */
  mayPut(tx: Tx, attendanceId: string): Promise<boolean>
  /** Whether the home of this photo may still be seen on this phone, which holds its record. */
  mayLook(tx: Tx, photo: Photo, attendanceId: string): Promise<boolean>
}

/** Bytes of pictures that may be in memory at once, waiting to be developed one after the other. */
const mostWaiting = 64 * 1024 * 1024

export const photoIdOf = (context: RequestContext) => {
  const id = z.uuid().safeParse(context.req.param('id'))
  if (!id.success) throw notFound({ kind: 'photo' })
  return id.data
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

/** Whether this very picture is here already; another one under its id is refused. */
function isHere(route: RouteContext, photoId: string, sent: { sourceHash: string; sentBy: string }): Promise<boolean> {
  return route.center.read(async (tx) => {
    const columns = ['source_hash', 'sent_by'] as const
    const row = await tx.selectFrom('photo_blob').select(columns).where('id', '=', photoId).executeTakeFirst()
    if (row && (row.source_hash !== sent.sourceHash || row.sent_by !== sent.sentBy)) throw otherBodySameId({})
    return row !== undefined
  })
}

/** Takes a picture in, under the id that its sender gave it: sent again, whole or after a dead line, it is the same. */
function addPutRoute(route: RouteContext, phones: Phones): void {
  const turns = takeTurns()
  let waiting = 0
  const takeIn = async (context: RequestContext, actor: Actor): Promise<void> => {
    const photoId = photoIdOf(context)
    const sentBy = await requireSender(route, phones, actor, context.req.header('x-author'))
    const bytes = new Uint8Array(await context.req.arrayBuffer())
    if (bytes.length === 0) throw noPicture({})
    const sourceHash = createHash('sha256').update(bytes).digest('base64url')
    if (await isHere(route, photoId, { sourceHash, sentBy })) return
    const developed = await turns(() => develop(bytes))
    const input = { photoId, sourceHash, sentBy, ...developed }
    const envelope = { id: newId(), type: 'photos.storePicture', input, device: 'photos' }
    await route.center.execute({ kind: 'system' }, envelope)
  }
  const asks = 'of a volunteer: to lead, or have led, a team that went out'
  // A desk puts pictures of what it may hold: photos of homes, or lists of groups.
  const holds = ['photo', 'listPicture'] as const
  const row = { method: 'put', path: '/photos/:id', may: ['staff', 'leader'], holds, asks } as const
  route.routes.open(row, async (context, actor) => {
    const length = Number(context.req.header('content-length') ?? 0)
    if (waiting + length > mostWaiting) throw photosBusy({})
    waiting += length
    try {
      await takeIn(context, actor)
    } finally {
      waiting -= length
    }
    return context.json({})
  })
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
      const row = await tx.selectFrom('photo_blob').select(column).where('id', '=', photoId).executeTakeFirst()
      return (row as Partial<Record<typeof column, Uint8Array>> | undefined)?.[column]
    })
    if (!bytes) throw notFound({ kind: 'photo' })
    if (column === 'image') {
      const act = { type: lookAtPhoto.name, input: { photoId } }
      await sittings.once(actor, photoId, () => noteLook(route, { context, actor }, act))
    }
    return new Response(new Uint8Array(bytes), { headers: pictureHeaders })
  })
}

/** A picture stays a picture wherever it is opened, and no disk keeps it for whoever sits down next. */
export const pictureHeaders = {
  'content-type': 'image/jpeg',
  'cache-control': 'no-store',
  'content-disposition': 'inline; filename="photo.jpg"',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
}

/** The doors of pictures: in by PUT, out as preview or whole to whoever may hold the photo's record. */
export function openPhotoDoors(route: RouteContext, phones: Phones): void {
  addPutRoute(route, phones)
  addGetRoute(route, phones, '/photos/:id', 'image')
  addGetRoute(route, phones, '/photos/:id/preview', 'preview')
}
