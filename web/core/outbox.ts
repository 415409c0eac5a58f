import { signal } from '@preact/signals'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Refusal } from '#web/core/request.ts'

/** A command as it is kept on the device until the server has acknowledged it. */
export interface Kept {
  id: string
  type: string
  input: unknown
  device: string
  /** Who sent it: another person at the same desk never sends it as their own. */
  author: string
  happenedAt?: string
  /** Where in this page's life it was kept, by the monotonic clock. */
  page: string
  keptAt: number
  /** Counts up on this device: acts are sent in the order in which they were done, whatever its clock says. */
  order: number
  /** The picture that has to reach the center before this act, and lies here until the act is done with. */
  pictureId?: string
  /** Why it was refused, once it was sent later: it stays until its author has seen the reason. */
  refusal?: Refusal
}

/** An act that the server has acknowledged: kept for a day more, to be offered again if the center goes on from a copy. */
export interface Acknowledged extends Kept {
  /** Of which center, in which epoch and under which number it was acknowledged. */
  center: string
  epoch: number
  seq: number
  /** The center's time in milliseconds; 0 where it was not known. */
  at: number
}

/** A picture that waits for its act. Bytes, not a Blob: some browsers lose those on the way to their storage. */
interface KeptPicture {
  id: string
  bytes: ArrayBuffer
}

interface Schema extends DBSchema {
  outbox: { key: string; value: Kept }
  pictures: { key: string; value: KeptPicture }
  acknowledged: { key: string; value: Acknowledged }
}

/** Private browsing and full storage fall back to memory: the page still works for as long as it is open. */
const inMemory = new Map<string, Kept>()
const picturesInMemory = new Map<string, ArrayBuffer>()
let opened: Promise<IDBPDatabase<Schema> | null> | undefined

/** Where this device keeps its acts; null where the browser keeps nothing. */
export function keptDatabase(): Promise<IDBPDatabase<Schema> | null> {
  opened ??= Promise.race([openKept(), new Promise<null>((resolve) => setTimeout(() => resolve(null), openWithinMs))])
  return opened
}

/** Some browsers never answer when they refuse storage; an act must not wait for that. */
const openWithinMs = 2000

async function openKept(): Promise<IDBPDatabase<Schema> | null> {
  return openDB<Schema>('sasae', 3, {
    upgrade(db, before) {
      if (before < 1) db.createObjectStore('outbox', { keyPath: 'id' })
      if (before < 2) db.createObjectStore('pictures', { keyPath: 'id' })
      db.createObjectStore('acknowledged', { keyPath: 'id' })
    },
    // iOS closes the connection when memory is short; the next use opens it again.
    terminated: () => {
      opened = undefined
    },
  }).catch(() => null)
}

/** Whether an act survives a reload of the page; null until the first was kept. */
export const survivesReload = signal<boolean | null>(null)

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
    const opened = await keptDatabase()
    await opened?.put('outbox', kept)
    survivesReload.value = opened !== null
  } catch {
    // It stays in memory.
    survivesReload.value = false
  }
  return kept
}

/** Keeps an act that was refused after its sender had gone on, with the reason. */
export async function setAside(kept: Kept, refusal: Refusal): Promise<void> {
  inMemory.set(kept.id, { ...kept, refusal })
  try {
    await (await keptDatabase())?.put('outbox', { ...kept, refusal })
  } catch {
    // It stays in memory.
  }
}

/** Tries at the start whether this browser keeps anything, so that the page can say so before it matters. */
export async function tryKeeping(): Promise<void> {
  survivesReload.value = (await keptDatabase()) !== null
}

/** Keeps a picture until the act that brings it is done with; memory must do where the browser keeps nothing. */
export async function keepPicture(picture: KeptPicture): Promise<void> {
  try {
    const opened = await keptDatabase()
    if (!opened) throw new Error('this browser keeps nothing')
    await opened.put('pictures', picture)
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
