import { currentEpoch } from '#web/core/epoch.ts'
import { type Acknowledged, type Kept, keptDatabase } from '#web/core/kept-database.ts'
import { type AcknowledgedHead, offered, outgrown } from '#web/core/kept-for-a-day.ts'
import { acknowledgedHeads, keepFitting } from '#web/core/kept-room.ts'
import { forgetPicture } from '#web/core/outbox.ts'

/** How often what has grown too old is looked for. */
const sweepEveryMs = 10 * 60_000
let sweptAt = 0

/**
 * Keeps an act that was acknowledged, at `now` by the center's time. Where the browser keeps nothing, it is forgotten, as it
 * was before.
 */
export async function keepAcknowledged(kept: Kept, seq: number, now: number): Promise<void> {
  const copy = currentEpoch()
  // Copying, restoring and handing over are about this very file, and must never be done over again.
  if (!copy || kept.type.startsWith('keeping.')) return
  const { center, epoch } = copy
  try {
    await keepFitting('acknowledged', { ...kept, center, epoch, seq, at: now })
    await sweepWhenDue(now)
  } catch {
    // A full storage: the act itself is done.
  }
}

/**
 * What an author was acknowledged before this center went on from a copy, oldest first; an author of null is whoever it
 * was. null where that cannot be told now.
 */
export async function toOfferAgain(author: string | null, now: number): Promise<AcknowledgedHead[] | null> {
  const copy = currentEpoch()
  if (!copy) return null
  const all = await acknowledgedHeads().catch(() => null)
  return all && offered(all, { ...copy, author, now })
}

/** The whole of one act; undefined where it is gone meanwhile. */
export async function wholeAct({ id }: AcknowledgedHead): Promise<Acknowledged | undefined> {
  const database = await keptDatabase()
  return database?.get('acknowledged', id).catch(() => undefined)
}

/** Whether anything of these kinds lies here. */
export async function hasAcknowledged(types: readonly string[]): Promise<boolean> {
  return (await heads()).some(({ type }) => types.includes(type))
}

/**
 * Forgets what is older than a day also where nothing more is sent from this device: soon after the page opened, once the
 * center's time is known, and every few minutes from then on.
 */
export async function sweepWhenDue(now: number): Promise<void> {
  if (now === 0 || (sweptAt !== 0 && Math.abs(now - sweptAt) < sweepEveryMs)) return
  sweptAt = now
  await forgetOld(now).catch(() => undefined)
}

export async function forgetAcknowledged({ id, pictureId }: AcknowledgedHead): Promise<void> {
  await (await keptDatabase())?.delete('acknowledged', id)
  if (pictureId !== undefined) await forgetPicture(pictureId)
}

/** All that a device takes along to another address. */
export async function allAcknowledged(): Promise<Acknowledged[]> {
  try {
    const all = (await (await keptDatabase())?.getAll('acknowledged')) ?? []
    return all.sort((one, other) => one.epoch - other.epoch || one.seq - other.seq)
  } catch {
    return []
  }
}

/** None where the browser keeps nothing. */
const heads = () => acknowledgedHeads().catch((): AcknowledgedHead[] => [])

async function forgetOld(now: number): Promise<void> {
  const all = await heads()
  for (const one of all.filter(({ at }) => at === 0)) {
    // An act of before the center's time was known begins its day now.
    const whole = await wholeAct(one)
    if (whole) await (await keptDatabase())?.put('acknowledged', { ...whole, at: now })
  }
  for (const one of outgrown(all, now)) await forgetAcknowledged(one)
}
