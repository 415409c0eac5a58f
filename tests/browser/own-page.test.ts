import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { newSecret } from '#shared/core/ids.ts'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { receptionForm } from '#tests/support/given.ts'
import { openRealDay } from '#tests/support/real-day.ts'

async function newPhone(): Promise<Page> {
  const { context, page } = await newDevice('phone')
  onTestFinished(() => context.close())
  return page
}

test('a page that another phone opened first asks for number and birth date, once, in three languages', async () => {
  const day = await openRealDay({})
  const form = receptionForm({ name: '金沢 花子', birthDate: '1990-04-01' })
  await day.phone.send('volunteers.checkIn', { ...form, ownPhone: newSecret() })
  const page = await newPhone()
  await page.goto(`${day.address}/me#${form.linkToken}`)
  await page.getByRole('heading', { name: 'ご本人の確認をお願いします' }).waitFor()
  expect(await page.getByText('金沢 花子').count()).toBe(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Is this your page?' }).waitFor()
  await page.getByRole('button', { name: 'やさしい' }).click()
  await page.getByRole('button', { name: '日本語', exact: true }).click()
  await page.getByLabel('受付番号').fill('1')
  await page.getByLabel('生年月日').fill('H2.4.2')
  await page.getByRole('button', { name: 'ページを開く' }).click()
  await page.getByText('受付番号か生年月日が違います').waitFor()
  await page.getByLabel('生年月日').fill('H2.4.1')
  await page.getByRole('button', { name: 'ページを開く' }).click()
  await page.getByText('次の活動日が始まると使えなくなります').waitFor()
  await page.reload()
  await page.getByText('次の活動日が始まると使えなくなります').waitFor()
})

test('a link that the desk hands out is the first phone’s; the second one is asked', async () => {
  const day = await openRealDay({})
  const form = receptionForm()
  await day.phone.send('volunteers.checkIn', form)
  const linkToken = newSecret()
  await day.lead.send('volunteers.reissueLink', { attendanceId: form.attendanceId, linkToken })
  const [first, second] = [await newPhone(), await newPhone()]
  await first.goto(`${day.address}/me#${linkToken}`)
  await first.getByText('次の活動日が始まると使えなくなります').waitFor()
  await second.goto(`${day.address}/me#${linkToken}`)
  await second.getByRole('heading', { name: 'ご本人の確認をお願いします' }).waitFor()
})
