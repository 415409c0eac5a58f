import { actorId } from '#server/core/actor.ts'
import { newId } from '#shared/core/ids.ts'
import type { deskSenders, Sender } from '#tests/support/center.ts'

/** A picture that someone has put here, as it lies after it was developed; nobody has referred to it yet. */
export async function givenPicture(
  { center }: Pick<ReturnType<typeof deskSenders>, 'center'>,
  sender: Sender,
): Promise<string> {
  const photoId = newId()
  const bytes = new Uint8Array([0xff, 0xd8, 0xff])
  const picture = { sourceHash: photoId, width: 4, height: 3, image: bytes, preview: bytes }
  const input = { photoId, sentBy: actorId(sender.actor) ?? '', ...picture }
  await center.execute({ kind: 'system' }, { id: newId(), type: 'photos.storePicture', input, device: 'test' })
  return photoId
}
