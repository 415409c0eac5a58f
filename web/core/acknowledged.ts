import { currentEpoch } from '#web/core/epoch.ts'
import { type Acknowledged, type Kept, keptDatabase } from '#web/core/kept-database.ts'
import { offered, outgrown } from '#web/core/kept-for-a-day.ts'
import { forgetPicture } from '#web/core/outbox.ts'

/** How often what has grown too old or too much is looked for: after so many acts, and as time goes by. */
const sweepEvery = 50
const sweepEveryMs = 10 * 60_000
let sinceSweep = 0
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
    await (await keptDatabase())?.put('acknowledged', { ...kept, center, epoch, seq, at: now })
    if (sinceSweep++ % sweepEvery === 0) await forgetOld(now)
  } catch {
    // A full storage: the act itself is done.
  }
}

/** What an author was acknowledged before this center went on from a copy, oldest first; null for whoever it was. */
export async function toOfferAgain(author: string | null, now: number): Promise<Acknowledged[]> {
  const copy = currentEpoch()
  if (!copy) return []
  return offered(await allAcknowledged(), { ...copy, author, now })
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

export async function forgetAcknowledged({ id, pictureId }: Acknowledged): Promise<void> {
  await (await keptDatabase())?.delete('acknowledged', id)
  if (pictureId !== undefined) await forgetPicture(pictureId)
}

export async function allAcknowledged(): Promise<Acknowledged[]> {
  try {
    const all = (await (await keptDatabase())?.getAll('acknowledged')) ?? []
    return all.sort((one, other) => one.epoch - other.epoch || one.seq - other.seq)
  } catch {
    return []
  }
}

async function forgetOld(now: number): Promise<void> {
  const all = await allAcknowledged()
  // An act of before the center's time was known begins its day now.
  if (now > 0)
    for (const one of all) if (one.at === 0) await (await keptDatabase())?.put('acknowledged', { ...one, at: now })
  for (const one of outgrown(all, now)) await forgetAcknowledged(one)
}
