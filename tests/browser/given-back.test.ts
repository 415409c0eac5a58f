import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { days } from '#server/center/centers.ts'
import { RunningCenter } from '#server/running-center.ts'
import { attendances } from '#server/volunteers/attendances.ts'
import { newId, newSecret } from '#shared/core/ids.ts'
import { newDevice, RunningClock } from '#tests/support/browser.ts'
import { deskSenders, ids, setUpAndOpen } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { startOnKnownPort } from '#tests/support/known-port.ts'
import { noOutside } from '#tests/support/no-outside.ts'
import { fillReception, receptionButton } from '#tests/support/reception-form.ts'

let running: RunningCenter
let address: string
const key = newSecret() + newSecret()

const folder = mkdtempSync(join(tmpdir(), 'sasae-given-back-'))

beforeAll(async () => {
  const file = join(folder, 'sasae.db')
  const parts = { file, key, clock: new RunningClock(), outside: noOutside }
  running = await startOnKnownPort(parts)
  await setUpAndOpen(running.center)
  address = `http://localhost:${running.served.port}`
})
afterAll(async () => {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A phone checks in by the form at the entrance, as far as its own page. */
async function checkIn(name: string, phone: string): Promise<Page> {
  const { page } = await newDevice('phone')
  await fillReception(page, address, name, phone)
  await receptionButton(page).click()
  await page.getByText(name).first().waitFor()
  return page
}

async function leadAtDesk(): Promise<Page> {
  const { context, page } = await newDevice('desk')
  await context.request.post(`${address}/api/session`, { data: { name: '佐藤', pin: '123456', device: newId() } })
  await page.goto(`${address}/desk`)
  await page.locator('#capacity').waitFor()
  return page
}

const here = () => running.center.read((tx) => attendances.where(tx, {}))
const capacity = () => running.center.read(async (tx) => (await days.get(tx, ids.day)).capacity)
const acts = () => running.center.health.seq

test('what a restored copy lacks comes back from the phone and the desk that did it, and nothing comes twice', async () => {
  const desk = await leadAtDesk()
  await checkIn('金沢 一郎', '09011112222')
  const { path } = await running.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: false })
  const phone = await checkIn('泥亀 花子', '09033334444')
  await desk.locator('#capacity').fill('77')
  await desk.getByRole('button', { name: '変更を保存する' }).click()
  await expect.poll(capacity).toBe(77)
  const before = acts()
  await running.archive.restore({ copy: path, because: 'restored' })
  await expect.poll(async () => (await here()).map(({ name }) => name).toSorted()).toEqual(['泥亀 花子', '金沢 一郎'])
  await expect.poll(capacity).toBe(77)
  expect(acts()).toBe(before)
  // Its own page is there again, under its own number.
  await phone.getByText('泥亀 花子').first().waitFor()
  // Whoever comes back once more has nothing left to give.
  await desk.reload()
  await desk.locator('#capacity').waitFor()
  await expect.poll(acts).toBe(before)
})

test('a desk that has met the newer copy hears nothing from the older one, which writes no more', async () => {
  const desk = await leadAtDesk()
  const { path } = await running.archive.makeBackup('button', { secondFolder: '', emptierIsMeant: false })
  const stale = join(folder, 'stale.db')
  copyFileSync(path, stale)
  const epoch = () => desk.evaluate(() => localStorage.getItem('sasae-epoch') ?? '')
  const before = await epoch()
  await running.archive.restore({ copy: path, because: 'restored' })
  await expect.poll(epoch).not.toBe(before)
  const { port } = running.served
  await running.close()
  running = await RunningCenter.start({ file: stale, key, clock: new RunningClock(), port, outside: noOutside })
  await expect.poll(() => running.center.health.reason).toBe('handedOver')
  const { phone } = deskSenders(running.center)
  await expect(phone.send('volunteers.checkIn', receptionForm())).rejects.toMatchObject({ code: 'core.readOnly' })
  await desk.getByText('古い本部').first().waitFor()
})
