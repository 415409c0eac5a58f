import { createHash } from 'node:crypto'
import type { RouteContext } from '#server/core/slice.ts'
import { develop } from '#server/photos/develop.ts'
import { type PictureRequest, photoIdOf } from '#server/photos/kept-picture.ts'
import { takeTurns } from '#server/photos/turns.ts'
import { newId } from '#shared/core/ids.ts'
import { otherBodySameId } from '#shared/core/problems.ts'
import { noPicture, photosBusy } from '#shared/photos/problems.ts'

/** Bytes of pictures that may be in memory at once, waiting to be developed one after the other. */
const mostWaiting = 64 * 1024 * 1024

/** Whether this very picture is here already; another one under its id is refused. */
function isHere(route: RouteContext, photoId: string, sent: { sourceHash: string; sentBy: string }): Promise<boolean> {
  return route.center.read(async (tx) => {
    const columns = ['source_hash', 'sent_by'] as const
    const row = await tx.selectFrom('photo_blob').select(columns).where('id', '=', photoId).executeTakeFirst()
    if (row && (row.source_hash !== sent.sourceHash || row.sent_by !== sent.sentBy)) throw otherBodySameId({})
    return row !== undefined
  })
}

/**
 * Takes pictures in, each under the id that its sender gave it: sent again, whole or after a dead line, it is the same.
 * `senderOf` says whose it is, or refuses.
 */
export function pictureIntake(route: RouteContext) {
  const turns = takeTurns()
  let waiting = 0
  const takeIn = async (context: PictureRequest, sentBy: string): Promise<void> => {
    const photoId = photoIdOf(context)
    const bytes = new Uint8Array(await context.req.arrayBuffer())
    if (bytes.length === 0) throw noPicture({})
    const sourceHash = createHash('sha256').update(bytes).digest('base64url')
    if (await isHere(route, photoId, { sourceHash, sentBy })) return
    const developed = await turns(() => develop(bytes))
    const input = { photoId, sourceHash, sentBy, ...developed }
    const envelope = { id: newId(), type: 'photos.storePicture', input, device: 'photos' }
    await route.center.execute({ kind: 'system' }, envelope)
  }
  return async (context: PictureRequest, senderOf: () => Promise<string>): Promise<Response> => {
    const length = Number(context.req.header('content-length') ?? 0)
    if (waiting + length > mostWaiting) throw photosBusy({})
    waiting += length
    try {
      await takeIn(context, await senderOf())
    } finally {
      waiting -= length
    }
    return context.json({})
  }
}
