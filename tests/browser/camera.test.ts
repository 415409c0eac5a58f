import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { tagCode } from '#shared/core/check-digit.ts'
import { newId } from '#shared/core/ids.ts'
import { launch } from '#tests/support/browser.ts'
import { cameraShowing } from '#tests/support/fake-camera.ts'
import { receptionForm } from '#tests/support/given.ts'
import { stockForm } from '#tests/support/given-readiness.ts'
import { openRealDay } from '#tests/support/real-day.ts'

/** A desk whose camera has a code before its lens. */
async function deskSeeing(address: string, name: string, code: string): Promise<Page> {
  const browser = await launch(cameraShowing(code))
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, permissions: ['camera'] })
  const data = { name, pin: '123456', device: newId() }
  await page.context().request.post(`${address}/api/session`, { data })
  await page.goto(`${address}/desk`)
  return page
}

test('the desk’s camera reads a name tag and opens its person; closed, it lets go of the lens', async () => {
  const day = await openRealDay({ 恵美: ['reception'] })
  await day.phone.send('volunteers.checkIn', receptionForm({ name: '金沢 花子' }))
  await day.phone.send('volunteers.checkIn', receptionForm({ name: '富岡 次郎' }))
  const page = await deskSeeing(day.address, '恵美', tagCode(1, 2))
  await page.getByText('富岡 次郎').first().waitFor()
  await page.getByRole('button', { name: /カメラで読む/ }).click()
  await page.getByRole('heading', { name: '2番 富岡 次郎' }).waitFor()
  await page
    .getByRole('button', { name: /カメラ/ })
    .first()
    .click()
  await expect.poll(() => page.locator('video').count()).toBe(0)
})

test('the set-up room reads a label of the stock itself, and stays ready for the next one until it is put away', async () => {
  const day = await openRealDay({ 総一: ['affairs'] })
  await day.lead.send('readiness.writeStock', stockForm())
  await day.lead.send('readiness.writeStock', stockForm({ name: '飲み水 2L' }))
  const page = await deskSeeing(day.address, '総一', `${day.address}/desk#stock-2`)
  await page.getByRole('button', { name: '開設準備', exact: true }).click()
  await page.getByRole('tab', { name: /^備品/ }).click()
  await page.getByRole('button', { name: 'カメラで読む' }).click()
  await page.getByRole('heading', { name: /B-002 飲み水/ }).waitFor()
  await page.getByRole('button', { name: /^あり・数よし/ }).click()
  await page.locator('.set-up-stock-page', { hasText: '総一（あり・数よし）' }).waitFor()
  expect(await page.locator('video').count()).toBe(1)
  await page.getByRole('button', { name: 'カメラを閉じる' }).click()
  await expect.poll(() => page.locator('video').count()).toBe(0)
})
