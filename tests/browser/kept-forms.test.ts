import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reservations } from '#server/reservations/reservations.ts'
import { RunningCenter } from '#server/running-center.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { newSecret } from '#shared/core/ids.ts'
import { newDevice, RunningClock } from '#tests/support/browser.ts'
import { deskSenders, setUpAndOpen } from '#tests/support/center.ts'
import { caps, reservationDayForm } from '#tests/support/given-reservations.ts'
import { startOnKnownPort } from '#tests/support/known-port.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { fillReception, receptionButton } from '#tests/support/reception-form.ts'

let running: RunningCenter
let address: string
const folder = mkdtempSync(join(tmpdir(), 'sasae-kept-forms-'))
const parts = {
  file: join(folder, 'sasae.db'),
  key: newSecret() + newSecret(),
  clock: new RunningClock(),
  outside: noOutside,
}

beforeAll(async () => {
  running = await startOnKnownPort(parts)
  await setUpAndOpen(running.center)
  await deskSenders(running.center).lead.send('reservations.openReservations', reservationDayForm({ caps: caps(50) }))
  address = `http://localhost:${running.served.port}`
})
afterAll(async () => {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
})

const here = async (name: string) =>
  (await running.center.read((tx) => attendances.where(tx, {}))).filter((one) => one.name === name)
const reserved = async (name: string) =>
  (await running.center.read((tx) => reservations.where(tx, {}))).filter((one) => one.name === name)

async function fillReservation(page: Page, name: string, phone: string): Promise<void> {
  await page.goto(`${address}/reservation`)
  await page.fill('#name', name)
  await page.fill('#nameKana', 'のうけんだい じろう')
  await page.fill('#phone', phone)
  await page.fill('#birthDate', '昭和60年4月1日')
}
const reserve = (page: Page) => page.locator('#reserve button')
const waits = (page: Page) => page.getByText('送信待ち — 消えません').waitFor()

/** How long ago each act of this type was done by the word of its device, in milliseconds; null where it said nothing. */
async function agoOf(type: string): Promise<unknown[]> {
  const query = CompiledQuery.raw('select ago_ms from event_log where type = ? order by seq', [type])
  const { rows } = await running.center.read((tx) => tx.executeQuery<{ ago_ms: number | null }>(query))
  return rows.map(({ ago_ms: ago }) => ago)
}

/** Lets the next act reach the center, which then dies before the phone hears its answer. */
async function killBeforeAnswer(page: Page): Promise<{ restart: () => Promise<void> }> {
  const { port } = running.served
  await page.route('**/api/commands', async (route) => {
    await route.fetch().catch(() => undefined)
    await running.close()
    await route.abort()
  })
  return {
    async restart() {
      running = await RunningCenter.start({ ...parts, port })
      await page.unroute('**/api/commands')
    },
  }
}

test('a center that dies before it answers has the person once, under the number the phone gets after its reload', async () => {
  const { context, page } = await newDevice('phone')
  await fillReception(page, address, '富岡 春子', '09010000001')
  const line = await killBeforeAnswer(page)
  await receptionButton(page).click()
  await waits(page)
  // What is typed lies on the phone, not in this page.
  await page.goto('about:blank')
  await line.restart()
  const [written] = await here('富岡 春子')
  await page.goto(`${address}/reception`)
  await page.waitForURL(/\/me#/)
  await page.locator('.big-number', { hasText: String(written?.number) }).waitFor()
  expect(await here('富岡 春子')).toHaveLength(1)
  await context.close()
})

test('tapped twice, a registration and a reservation are one each', async () => {
  const { context, page } = await newDevice('phone')
  await fillReception(page, address, '富岡 二子', '09010000002')
  await receptionButton(page).dblclick()
  await page.waitForURL(/\/me#/)
  await fillReservation(page, '能見台 二郎', '09010000003')
  await reserve(page).dblclick()
  await page.waitForSelector('#state[data-status=booked]')
  expect(await here('富岡 二子')).toHaveLength(1)
  expect(await reserved('能見台 二郎')).toHaveLength(1)
  await context.close()
})

test('sent without a line, both forms say that nothing is lost, and go by themselves when the network is back', async () => {
  const { context, page } = await newDevice('phone')
  await fillReception(page, address, '釜利谷 夏子', '09010000004')
  await context.setOffline(true)
  await receptionButton(page).click()
  await waits(page)
  await context.setOffline(false)
  await page.waitForURL(/\/me#/)
  await fillReservation(page, '釜利谷 秋夫', '09010000005')
  await context.setOffline(true)
  await reserve(page).click()
  await waits(page)
  await context.setOffline(false)
  await page.goto('about:blank')
  await page.goto(`${address}/reservation`)
  await page.waitForSelector('#state[data-status=booked]')
  expect(await here('釜利谷 夏子')).toHaveLength(1)
  // How long it waited goes along as a hint, over a reload too.
  expect((await agoOf('volunteers.checkIn')).at(-1)).toBeGreaterThan(0)
  expect((await agoOf('reservations.reserve')).at(-1)).toBeGreaterThan(0)
  expect(await reserved('釜利谷 秋夫')).toHaveLength(1)
  await context.close()
})

test('after an older copy was restored, the pages at the entrance give back what they were told is done', async () => {
  const { context, page } = await newDevice('phone')
  const { path } = await running.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: false })
  await fillReception(page, address, '六浦 冬子', '09010000006')
  await receptionButton(page).click()
  await page.waitForURL(/\/me#/)
  await page.getByText('六浦 冬子').first().waitFor()
  await fillReservation(page, '六浦 三郎', '09010000007')
  await reserve(page).click()
  await page.waitForSelector('#state[data-status=booked]')
  const link = page.url()
  const [before] = await reserved('六浦 三郎')
  await page.goto('about:blank')
  await running.archive.restore({ copy: path, because: 'restored' })
  expect(await here('六浦 冬子')).toHaveLength(0)
  await page.goto(link)
  await page.waitForSelector('#state[data-status=booked]')
  expect((await reserved('六浦 三郎')).map(({ number }) => number)).toEqual([before?.number])
  await page.goto(`${address}/reception`)
  await expect.poll(() => here('六浦 冬子')).toHaveLength(1)
  await context.close()
})

test('where the browser keeps nothing the page says so at once, and the form is sent all the same', async () => {
  const { context, page } = await newDevice('phone')
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError')
    }
  })
  await fillReception(page, address, '朝比奈 私子', '09010000008')
  await page.getByText('保存できません。このまま送信してください').waitFor()
  await receptionButton(page).click()
  await page.waitForURL(/\/me#/)
  expect(await here('朝比奈 私子')).toHaveLength(1)
  await fillReservation(page, '朝比奈 次郎', '09010000009')
  await page.route('**/api/commands', (route) => route.abort())
  await reserve(page).click()
  await page.getByText('この画面を閉じないでください').waitFor()
  expect(await page.getByText('消えません').count()).toBe(0)
  await page.unroute('**/api/commands')
  await page.waitForSelector('#state[data-status=booked]')
  await context.close()
})

test('a center that is fenced off as old gets no form that a phone keeps for the newer one', async () => {
  const { context, page } = await newDevice('phone')
  await fillReception(page, address, '長浜 待子', '09010000010')
  const refusal = { code: 'keeping.newerCenter', details: {} }
  await page.route('**/api/commands', (route) => route.fulfill({ status: 409, json: { problem: refusal } }))
  await receptionButton(page).click()
  await waits(page)
  expect(await here('長浜 待子')).toHaveLength(0)
  await page.unroute('**/api/commands')
  await page.waitForURL(/\/me#/)
  await context.close()
})

test('what was put aside and read on a volunteer’s page is gone for good', async () => {
  const { context, page } = await newDevice('phone')
  await fillReception(page, address, '片吹 読子', '09010000011')
  await receptionButton(page).click()
  await page.waitForURL(/\/me#/)
  await page.getByText('片吹 読子').first().waitFor()
  await page.evaluate(
    (author) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('sasae', 3)
        opening.onsuccess = () => {
          const writing = opening.result.transaction('outbox', 'readwrite')
          const refusal = { code: 'core.notAllowed', details: {} }
          const act = { id: 'aside', type: 'reports.sendHelp', input: {}, device: 'phone', author, keptAt: 0 }
          writing.objectStore('outbox').put({ ...act, order: 1, refusal })
          writing.oncomplete = () => resolve()
        }
      }),
    new URL(page.url()).hash.slice(1, 9),
  )
  await page.reload()
  await page.getByText('届けられなかったもの').waitFor()
  await page.getByRole('button', { name: 'わかりました' }).click()
  await page.getByText('届けられなかったもの').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByText('片吹 読子').first().waitFor()
  await page.getByText('つながっています').waitFor()
  expect(await page.getByText('届けられなかったもの').count()).toBe(0)
  await context.close()
})
