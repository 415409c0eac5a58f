import { takeAcceptedForm } from '#web/core/accepted-form.ts'
import { centerNow } from '#web/core/clock.ts'
import { currentEpoch } from '#web/core/epoch.ts'
import { offered, outgrown } from '#web/core/kept-for-a-day.ts'
import { type Acknowledged, forgetPicture, type Kept, keptDatabase } from '#web/core/outbox.ts'

/** How often what has grown too old or too much is looked for: after so many acts, and as time goes by. */
const sweepEvery = 50
const sweepEveryMs = 10 * 60_000
let sinceSweep = 0
let sweptAt = 0

/** Keeps an act that was acknowledged. Where the browser keeps nothing, it is forgotten, as it was before. */
export async function keepAcknowledged(kept: Kept, seq: number): Promise<void> {
  const now = currentEpoch()
  // Copying, restoring and handing over are about this very file, and must never be done over again.
  if (!now || kept.type.startsWith('keeping.')) return
  const { center, epoch } = now
  try {
    await (await keptDatabase())?.put('acknowledged', { ...kept, center, epoch, seq, at: centerNow() })
    if (sinceSweep++ % sweepEvery === 0) await forgetOld()
  } catch {
    // A full storage: the act itself is done.
  }
}

/** Takes over what the reception page left for the owner of this page. */
async function takeOverForm(): Promise<void> {
  const left = takeAcceptedForm()
  if (!left) return
  const { seq, center, epoch, ...form } = left
  const kept = { ...form, page: '', keptAt: 0, order: 0 }
  await (await keptDatabase())?.put('acknowledged', { ...kept, center, epoch, seq, at: centerNow() })
}

/** What was acknowledged before this center went on from a copy, oldest first. */
export async function toOfferAgain(author: string): Promise<Acknowledged[]> {
  const copy = currentEpoch()
  if (!copy) return []
  await takeOverForm().catch(() => undefined)
  return offered(await allAcknowledged(), { ...copy, author, now: centerNow() })
}

/**
 * Forgets what is older than a day also where nothing more is sent from this device: soon after the page opened, once the
 * center's time is known, and every few minutes from then on.
 */
export async function sweepWhenDue(): Promise<void> {
  const now = centerNow()
  if (now === 0 || (sweptAt !== 0 && Math.abs(now - sweptAt) < sweepEveryMs)) return
  sweptAt = now
  await forgetOld().catch(() => undefined)
}

export async function forgetAcknowledged({ id, pictureId }: Acknowledged): Promise<void> {
  await (await keptDatabase())?.delete('acknowledged', id)
  if (pictureId !== undefined) await forgetPicture(pictureId)
}

async function allAcknowledged(): Promise<Acknowledged[]> {
  try {
    const all = (await (await keptDatabase())?.getAll('acknowledged')) ?? []
    return all.sort((one, other) => one.epoch - other.epoch || one.seq - other.seq)
  } catch {
    return []
  }
}

async function forgetOld(): Promise<void> {
  const now = centerNow()
  const all = await allAcknowledged()
  // An act of before the center's time was known begins its day now.
  if (now > 0)
    for (const one of all) if (one.at === 0) await (await keptDatabase())?.put('acknowledged', { ...one, at: now })
  for (const one of outgrown(all, now)) await forgetAcknowledged(one)
}
