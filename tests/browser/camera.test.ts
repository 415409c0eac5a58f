import { expect, onTestFinished, test } from 'vitest'
import { tagCode } from '#shared/core/check-digit.ts'
import { newId } from '#shared/core/ids.ts'
import { launch } from '#tests/support/browser.ts'
import { cameraShowing } from '#tests/support/fake-camera.ts'
import { receptionForm } from '#tests/support/given.ts'
import { openRealDay } from '#tests/support/real-day.ts'

test('the desk’s camera reads a name tag and opens its person; closed, it lets go of the lens', async () => {
  const day = await openRealDay({ 恵美: ['reception'] })
  await day.phone.send('volunteers.checkIn', receptionForm({ name: '金沢 花子' }))
  await day.phone.send('volunteers.checkIn', receptionForm({ name: '富岡 次郎' }))
  const browser = await launch(cameraShowing(tagCode(1, 2)))
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, permissions: ['camera'] })
  const data = { name: '恵美', pin: '123456', device: newId() }
  await page.context().request.post(`${day.address}/api/session`, { data })
  await page.goto(`${day.address}/desk`)
  await page.getByText('富岡 次郎').first().waitFor()
  await page.getByRole('button', { name: /カメラで読む/ }).click()
  await page.getByRole('heading', { name: '2番 富岡 次郎' }).waitFor()
  await page
    .getByRole('button', { name: /カメラ/ })
    .first()
    .click()
  await expect.poll(() => page.locator('video').count()).toBe(0)
})
