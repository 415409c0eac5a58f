import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { receptionForm } from '#tests/support/given.ts'
import { servedCenter } from '#tests/support/served.ts'

/** Emi at the reception desk of a center with these people in it. */
async function receptionDesk(forms: readonly Parameters<typeof receptionForm>[0][]) {
  const made = await servedCenter()
  const staffId = crypto.randomUUID()
  await made.lead.send('access.addStaff', { staffId, name: '恵美', pin: '111111', deskNames: ['reception'] })
  for (const form of forms) await made.phone.send('volunteers.checkIn', receptionForm(form))
  const { page, context } = await newDevice('desk')
  const data = { name: '恵美', pin: '111111', device: 'test' }
  await context.request.post(`${made.address}/api/session`, { data, headers: { origin: made.address } })
  await page.goto(`${made.address}/desk`)
  await page.waitForSelector('.reception-panel')
  return { ...made, page, context, desk: await made.device(made.emi) }
}

const row = (page: Page, name: string) => page.locator('tr', { hasText: name })

test('the list is live, newest first, and the search finds by number, kana, phone and scanned tag', async () => {
  const { page, phone, context } = await receptionDesk([
    { name: '金沢 花子' },
    { name: '能見台 次郎', nameKana: 'のうけんだい じろう' },
  ])
  await row(page, '能見台 次郎').waitFor()
  await phone.send('volunteers.checkIn', receptionForm({ name: '富岡 三郎', phone: '09077778888' }))
  await row(page, '富岡 三郎').waitFor()
  expect(await page.locator('tbody tr').first().textContent()).toContain('富岡 三郎')
  const found = async (query: string) => {
    await page.fill('.search-input', query)
    return page.locator('tbody tr').allTextContents()
  }
  expect(await found('２')).toEqual([expect.stringContaining('能見台 次郎')])
  expect(await found('ノウケン')).toEqual([expect.stringContaining('能見台 次郎')])
  expect(await found('090-7777-8888')).toEqual([expect.stringContaining('富岡 三郎')])
  await page.fill('.search-input', '1-F')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '1番 金沢 花子' }).waitFor()
  await expectAccessible(page)
  await context.close()
})

test('health and whom to call appear on a press only; the talk settles, and can be taken back', async () => {
  const { page, desk, context } = await receptionDesk([
    { name: '金沢 花子', health: { condition: 'concern', note: '腰が痛い' } },
  ])
  await row(page, '金沢 花子').click()
  expect(await page.getByText('腰が痛い').count()).toBe(0)
  await page.getByRole('button', { name: '体調・緊急連絡先を見る' }).click()
  await page.getByText('腰が痛い').waitFor()
  await page.getByRole('button', { name: '体調相談を終える' }).click()
  await expect.poll(() => desk.store.all('attendance')[0]?.status).toBe('waiting')
  await page.getByRole('button', { name: '元に戻す' }).waitFor()
  await page.keyboard.press('Alt+z')
  await expect.poll(() => desk.store.all('attendance')[0]?.status).toBe('consulting')
  await context.close()
})

test('代行入力 by keyboard alone: a likely double is shown before it is made', async () => {
  const { page, desk, context } = await receptionDesk([
    { name: '金沢 花子', nameKana: 'かなざわ はなこ', phone: '09012345678' },
  ])
  await row(page, '金沢 花子').waitFor()
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.keyboard.press('n')
  for (const text of ['かなざわ はなえ', '金沢 花江', '０９０－１２３４－５６７８', 'S33.4.3']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await page.getByText('同じ人かもしれません').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '別の人' }).press('Enter')
  await page.focus('#desk-emergencyName')
  for (const text of ['金沢 太郎', '045-780-1150', '夫']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.focus('#desk-health input')
  await page.keyboard.press('Space')
  await page.focus('#desk-consent')
  await page.keyboard.press('Space')
  await page.locator('form button[type=submit]').press('Enter')
  await row(page, '金沢 花江').waitFor()
  await expect
    .poll(() => desk.store.all('attendance').find(({ name }) => name === '金沢 花江'))
    .toMatchObject({ channel: 'proxy', keyedBy: '恵美' })
  await context.close()
})
