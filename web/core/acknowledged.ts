import { takeAcceptedForm } from '#web/core/accepted-form.ts'
import { centerNow } from '#web/core/clock.ts'
import { currentEpoch } from '#web/core/epoch.ts'
import { type Acknowledged, forgetPicture, type Kept, keptDatabase } from '#web/core/outbox.ts'

const dayMs = 24 * 3_600_000
const mostActs = 2000
const mostPictures = 30

/** How often what has grown too old or too much is looked for. */
const sweepEvery = 50
let sinceSweep = 0

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
  const now = currentEpoch()
  if (!now) return []
  await takeOverForm().catch(() => undefined)
  return (await allAcknowledged()).filter(
    (one) => one.center === now.center && one.epoch < now.epoch && one.author === author,
  )
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
  const newestFirst = (await allAcknowledged()).reverse()
  const old = newestFirst.filter(({ at }, place) => place >= mostActs || (now > 0 && at > 0 && now - at > dayMs))
  const pictures = newestFirst.filter(({ pictureId }) => pictureId !== undefined).slice(mostPictures)
  for (const one of new Set([...old, ...pictures])) await forgetAcknowledged(one)
}
