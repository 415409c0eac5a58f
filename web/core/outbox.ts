import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

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
}

interface Schema extends DBSchema {
  outbox: { key: string; value: Kept }
}

/** Private browsing and full storage fall back to memory: the page still works for as long as it is open. */
const inMemory = new Map<string, Kept>()
let opened: Promise<IDBPDatabase<Schema> | null> | undefined

function database(): Promise<IDBPDatabase<Schema> | null> {
  opened ??= openDB<Schema>('sasae', 1, {
    upgrade: (db) => void db.createObjectStore('outbox', { keyPath: 'id' }),
    // iOS closes the connection when memory is short; the next use opens it again.
    terminated: () => {
      opened = undefined
    },
  }).catch(() => null)
  return opened
}

export async function keep(kept: Kept): Promise<void> {
  inMemory.set(kept.id, kept)
  try {
    await (await database())?.put('outbox', kept)
  } catch {
    // It stays in memory.
  }
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
  return [...inMemory.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}
