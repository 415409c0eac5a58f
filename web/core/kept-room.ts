import type { Acknowledged, Kept, KeptPicture } from '#web/core/kept-database.ts'
import { keptDatabase } from '#web/core/kept-database.ts'
import { type AcknowledgedHead, firstToGo, headOf } from '#web/core/kept-for-a-day.ts'

/** What this device was acknowledged, without what it says, in the order in which that was. */
export async function acknowledgedHeads(): Promise<AcknowledgedHead[]> {
  const heads: AcknowledgedHead[] = []
  await (await keptDatabase())?.each('acknowledged', (one) => heads.push(headOf(one)))
  return heads.sort((one, other) => one.epoch - other.epoch || one.seq - other.seq)
}

/** Browsers give the room of what was deleted back a moment later. */
const freedWithinMs = 200

/** Lets go of the oldest that the center has already; false where there is nothing that may go. */
async function makeRoom(): Promise<boolean> {
  const database = await keptDatabase()
  const waiting = new Set<string>()
  await database?.each('outbox', ({ pictureId }) => pictureId !== undefined && waiting.add(pictureId))
  const going = firstToGo(await acknowledgedHeads(), waiting)
  for (const { id, pictureId } of going) {
    await database?.delete('acknowledged', id)
    if (pictureId !== undefined && !waiting.has(pictureId)) await database?.delete('pictures', pictureId)
  }
  if (going.length > 0) await new Promise((resolve) => setTimeout(resolve, freedWithinMs))
  return going.length > 0
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError'

interface Keepable {
  outbox: Kept
  pictures: KeptPicture
  acknowledged: Acknowledged
}

/**
 * Keeps a record. Where the browser has no room for it, what the center has already goes until it fits, the oldest pictures
 * first; what was not sent yet never goes. False where the browser keeps nothing at all.
 */
export async function keepFitting<S extends keyof Keepable>(store: S, record: Keepable[S]): Promise<boolean> {
  const database = await keptDatabase()
  for (;;) {
    try {
      await database?.put(store, record)
      return database !== null
    } catch (error) {
      if (!isFull(error) || !(await makeRoom())) throw error
    }
  }
}
