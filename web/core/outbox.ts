import { type Kept, type KeptPicture, keptDatabase } from '#web/core/kept-database.ts'
import { keepFitting } from '#web/core/kept-room.ts'
import type { Refusal } from '#web/core/request.ts'

/** Private browsing and full storage fall back to memory: the page still works for as long as it is open. */
const inMemory = new Map<string, Kept>()
const picturesInMemory = new Map<string, ArrayBuffer>()

const watchers = new Set<(survives: boolean) => void>()

/** Hears whether an act survives a reload of the page, whenever that was tried. No signal: see `version.ts`. */
export function onKeepingTried(watcher: (survives: boolean) => void): void {
  watchers.add(watcher)
}

function say(survives: boolean): void {
  for (const watcher of watchers) watcher(survives)
}

let lastOrder: Promise<number> | undefined

async function nextOrder(): Promise<number> {
  lastOrder = (lastOrder ?? highestKept()).then((order) => order + 1)
  return lastOrder
}

async function highestKept(): Promise<number> {
  return Math.max(0, ...(await allKept()).map(({ order }) => order))
}

export async function keep(act: Omit<Kept, 'order'>): Promise<Kept> {
  const kept: Kept = { ...act, order: await nextOrder() }
  inMemory.set(kept.id, kept)
  try {
    say(await keepFitting('outbox', kept))
  } catch {
    // It stays in memory.
    say(false)
  }
  return kept
}

/** Keeps an act that was refused after its sender had gone on, with the reason. */
export async function setAside(kept: Kept, refusal: Refusal): Promise<void> {
  inMemory.set(kept.id, { ...kept, refusal })
  try {
    await keepFitting('outbox', { ...kept, refusal })
  } catch {
    // It stays in memory.
  }
}

/** Tries at the start whether this browser keeps anything, so that the page can say so before it matters. */
export async function tryKeeping(): Promise<void> {
  say((await keptDatabase()) !== null)
}

/** Keeps a picture until the act that brings it is done with; memory must do where the browser keeps nothing. */
export async function keepPicture(picture: KeptPicture): Promise<void> {
  try {
    if (!(await keepFitting('pictures', picture))) throw new Error('this browser keeps nothing')
  } catch {
    picturesInMemory.set(picture.id, picture.bytes)
  }
}

/** The bytes of a kept picture; undefined where it is gone. */
export async function keptPicture(id: string): Promise<ArrayBuffer | undefined> {
  try {
    return picturesInMemory.get(id) ?? (await (await keptDatabase())?.get('pictures', id))?.bytes
  } catch {
    return undefined
  }
}

export async function forgetPicture(id: string): Promise<void> {
  picturesInMemory.delete(id)
  await (await keptDatabase())?.delete('pictures', id)
}

/** Lets go of an act that is done with; its picture stays where the act may be offered again. */
export async function forget(id: string, withPicture = true): Promise<void> {
  const pictureId = withPicture ? inMemory.get(id)?.pictureId : undefined
  inMemory.delete(id)
  try {
    await (await keptDatabase())?.delete('outbox', id)
    if (pictureId !== undefined) await forgetPicture(pictureId)
  } catch {
    // A resend of what was acknowledged is harmless.
  }
}

/** Everything that is kept, in the order of sending. */
export async function allKept(): Promise<Kept[]> {
  try {
    for (const kept of (await (await keptDatabase())?.getAll('outbox')) ?? []) inMemory.set(kept.id, kept)
  } catch {
    // Memory is what there is.
  }
  return [...inMemory.values()].sort((one, other) => one.order - other.order)
}
