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
  /** When it was kept, by this device's own time (`kept-since.ts`). */
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
export interface KeptPicture {
  id: string
  bytes: ArrayBuffer
}

interface Stores {
  outbox: Kept
  pictures: KeptPicture
  acknowledged: Acknowledged
}

type StoreName = keyof Stores

/**
 * Where this device keeps its acts. The few calls of IndexedDB that this takes are made here: the form at the entrance
 * keeps its act in the same place as the desks do, and is read over a crowded line.
 */
class KeptDatabase {
  private readonly database: IDBDatabase

  constructor(database: IDBDatabase) {
    this.database = database
  }

  get<S extends StoreName>(store: S, id: string): Promise<Stores[S] | undefined> {
    return this.run(store, 'readonly', (records) => records.get(id) as IDBRequest<Stores[S] | undefined>)
  }

  getAll<S extends StoreName>(store: S): Promise<Stores[S][]> {
    return this.run(store, 'readonly', (records) => records.getAll() as IDBRequest<Stores[S][]>)
  }

  /** Looks at one record after the other, so that they are never in memory together. */
  async each<S extends StoreName>(store: S, look: (record: Stores[S]) => unknown): Promise<void> {
    await this.run(store, 'readonly', (records) => {
      const request = records.openCursor()
      request.onsuccess = () => {
        const cursor = request.result
        if (!cursor) return
        look(cursor.value as Stores[S])
        cursor.continue()
      }
      return request
    })
  }

  async put<S extends StoreName>(store: S, record: Stores[S]): Promise<void> {
    await this.run(store, 'readwrite', (records) => records.put(record))
  }

  async delete(store: StoreName, id: string): Promise<void> {
    await this.run(store, 'readwrite', (records) => records.delete(id))
  }

  /** What is written is kept once its transaction is through, not when the request is. */
  private run<T>(store: StoreName, mode: IDBTransactionMode, ask: (records: IDBObjectStore) => IDBRequest<T>) {
    return new Promise<T>((resolve, reject) => {
      const transaction = this.database.transaction(store, mode)
      const request = ask(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('the browser gave the storage up'))
    })
  }
}

let opened: Promise<KeptDatabase | null> | undefined

/** Some browsers never answer when they refuse storage; an act must not wait for that. */
const openWithinMs = 2000

/** Where this device keeps its acts; null where the browser keeps nothing. */
export function keptDatabase(): Promise<KeptDatabase | null> {
  opened ??= Promise.race([
    openKept().catch(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), openWithinMs)),
  ])
  return opened
}

function openKept(): Promise<KeptDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('sasae', 3)
    request.onupgradeneeded = () => {
      for (const name of ['outbox', 'pictures', 'acknowledged'])
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, { keyPath: 'id' })
    }
    request.onsuccess = () => {
      // iOS closes the connection when memory is short; the next use opens it again.
      request.result.onclose = () => {
        opened = undefined
      }
      resolve(new KeptDatabase(request.result))
    }
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'))
  })
}
