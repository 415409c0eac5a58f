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
  /** Why it was refused, once it was sent later: it stays until its author has seen the reason. */
  refusal?: Refusal
}

interface Schema extends DBSchema {
  outbox: { key: string; value: Kept }
}

/** Private browsing and full storage fall back to memory: the page still works for as long as it is open. */
const inMemory = new Map<string, Kept>()
let opened: Promise<IDBPDatabase<Schema> | null> | undefined

function database(): Promise<IDBPDatabase<Schema> | null> {
  opened ??= Promise.race([openKept(), new Promise<null>((resolve) => setTimeout(() => resolve(null), openWithinMs))])
  return opened
}

/** Some browsers never answer when they refuse storage; an act must not wait for that. */
const openWithinMs = 2000

async function openKept(): Promise<IDBPDatabase<Schema> | null> {
  return openDB<Schema>('sasae', 1, {
    upgrade: (db) => void db.createObjectStore('outbox', { keyPath: 'id' }),
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
    const opened = await database()
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
    await (await database())?.put('outbox', { ...kept, refusal })
  } catch {
    // It stays in memory.
  }
}

/** Tries at the start whether this browser keeps anything, so that the page can say so before it matters. */
export async function tryKeeping(): Promise<void> {
  survivesReload.value = (await database()) !== null
}

export async function forget(id: string): Promise<void> {
  inMemory.delete(id)
  try {
    await (await database())?.delete('outbox', id)
  } catch {
    // A resend of what was acknowledged is harmless.
  }
}

/** Everything that is kept, in the order of sending. */
export async function allKept(): Promise<Kept[]> {
  try {
    for (const kept of (await (await database())?.getAll('outbox')) ?? []) inMemory.set(kept.id, kept)
  } catch {
    // Memory is what there is.
  }
  return [...inMemory.values()].sort((one, other) => one.order - other.order)
}
