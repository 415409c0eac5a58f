import type { Kept, KeptPicture } from '#web/core/kept-database.ts'
import { keptPicture } from '#web/core/outbox.ts'

/** The pictures that lie on this device for these acts; what the browser has lost is not among them. */
export async function picturesOf(acts: readonly Kept[]): Promise<KeptPicture[]> {
  const pictures: KeptPicture[] = []
  for (const { pictureId } of acts) {
    const bytes = pictureId === undefined ? undefined : await keptPicture(pictureId)
    if (pictureId !== undefined && bytes) pictures.push({ id: pictureId, bytes })
  }
  return pictures
}
