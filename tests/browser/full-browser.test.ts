import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDevice } from '#tests/support/browser.ts'
import { realDay } from '#tests/support/real-day.ts'
import { fillReception, receptionButton } from '#tests/support/reception-form.ts'

let real: Awaited<ReturnType<typeof realDay>>
beforeAll(async () => {
  real = await realDay()
})
afterAll(() => real.close())

/** A browser that has room for so many records in all; Chromium's own limit cannot be set from outside. */
const withRoomFor = (page: Page, most: number) =>
  page.addInitScript({
    content: `const { put, delete: remove } = IDBObjectStore.prototype
      const here = new Set()
      IDBObjectStore.prototype.put = function (record) {
        const name = this.name + record.id
        if (!here.has(name) && here.size >= ${most}) throw new DOMException('full', 'QuotaExceededError')
        here.add(name)
        return put.call(this, record)
      }
      IDBObjectStore.prototype.delete = function (id) {
        here.delete(this.name + id)
        return remove.call(this, id)
      }`,
  })

const stores = ['acknowledged', 'pictures', 'outbox'] as const

/** Works in the page's own storage; the answer is what lies in each of its stores. */
const inStorage = (page: Page, planted: Partial<Record<(typeof stores)[number], readonly object[]>> = {}) =>
  page.evaluate(
    async ([names, records]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('sasae')
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('not opened'))
      })
      const transaction = database.transaction(names, 'readwrite')
      const lying = names.map((name) => {
        for (const record of records[name] ?? []) transaction.objectStore(name).put(record)
        return transaction.objectStore(name).getAllKeys()
      })
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve
        transaction.onabort = () => reject(transaction.error ?? new Error('not kept'))
      })
      database.close()
      return Object.fromEntries(names.map((name, place) => [name, (lying[place]?.result ?? []).map(String)]))
    },
    [stores, planted] as const,
  )

test('in a full browser what the center has already goes, the oldest pictures first, and an act that waits is kept', async () => {
  const { page, context } = await newDevice('phone')
  await withRoomFor(page, 10)
  await fillReception(page, real.address, '並木 満', '09055556666')
  const act = {
    type: 'photos.take',
    input: {},
    device: 'x',
    author: 'ffffffff',
    keptAt: 0,
    center: 'x',
    epoch: 1,
    at: 0,
  }
  const withPicture = ['old', 'newer', 'newest'].map((id, seq) => ({ ...act, id, seq, pictureId: id }))
  await inStorage(page, {
    acknowledged: [...withPicture, { ...act, id: 'a', seq: 0 }, { ...act, id: 'b', seq: 1 }],
    pictures: ['old', 'newer', 'newest', 'waits'].map((id) => ({ id, bytes: new ArrayBuffer(0) })),
    outbox: [{ ...act, id: 'waits', order: 1, pictureId: 'waits' }],
  })
  await context.setOffline(true)
  await receptionButton(page).click()
  await page.getByText('送信待ち — 消えません').waitFor()
  const { outbox, pictures, acknowledged } = await inStorage(page)
  expect(outbox).toHaveLength(2)
  expect(pictures).toEqual(['newer', 'newest', 'waits'])
  expect(acknowledged).toEqual(['a', 'b', 'newer', 'newest'])
  await context.close()
})
