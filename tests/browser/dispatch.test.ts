import { expect, test } from 'vitest'
import { teams } from '#server/teams/teams.ts'
import { expectAccessible } from '#tests/support/browser.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import { openRealDay } from '#tests/support/real-day.ts'

test('by keyboard alone, from waiting people to a team that has left', async () => {
  const day = await openRealDay({ 愛子: ['dispatch'] })
  await givenNeed(day, { asked: { urgent: true, headcount: 3 } })
  await givenNeed(day, { contact: { townId: 'okawa' } })
  await givenWaiting(day.phone, 3)
  const page = await day.desk('愛子')
  await page.locator('.people-panel button.token').nth(2).waitFor()
  await expectAccessible(page)
  const keys = async (...all: string[]) => {
    for (const key of all) await page.keyboard.press(key)
  }

  await keys('p', 'Space', 'ArrowRight', 'Space')
  await page.getByText('選んだ人 2人').waitFor()
  // The first press chooses the card, the second puts the people on it.
  await keys('w', 'Enter', 'Enter')
  const team = page.getByRole('region', { name: '1班' })
  await team.waitFor()
  await expect.poll(() => page.locator('.people-panel button.token').count()).toBe(1)
  await page.getByText('1班のリーダーが決まっていません').waitFor()

  await team.getByRole('button', { name: /^1\s/ }).focus()
  await keys('Enter')
  await page.getByText('1班のリーダーが決まっていません').waitFor({ state: 'detached' })
  await keys('F7')
  await team.getByRole('button', { name: /説明済み/, pressed: true }).waitFor()
  const [sheet] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('F8')])
  await sheet.waitForLoadState()
  expect(await sheet.title()).toBe('活動依頼書 兼 報告書 1-1')
  await sheet.close()
  await team.getByRole('button', { name: /^出発/ }).waitFor()
  await expectAccessible(page)
  await keys('F9')
  await page.getByRole('heading', { name: /活動中/ }).waitFor()
  await page.getByText('1班が出発しました').waitFor()
  const [out] = await day.center.read((tx) => teams.where(tx, {}))
  expect(out).toMatchObject({ status: 'out' })
})

test('two desks take the same person: the second is told who, when and where to, and keeps its choice', async () => {
  const day = await openRealDay({ 愛子: ['dispatch'], 文子: ['dispatch'] })
  await givenNeed(day)
  await givenWaiting(day.phone, 3)
  const [first, second] = [await day.desk('愛子'), await day.desk('文子')]
  for (const page of [first, second]) {
    await page.getByRole('button', { name: /^1\s/ }).click()
    await page.getByText('選んだ人 1人').waitFor()
  }
  await second.getByRole('button', { name: /^2\s/ }).click()
  await first.getByRole('button', { name: '仕事を決めずに組む' }).click()
  await second
    .getByText(/1番の人は、\d\d:\d\dに愛子さんが1班に入れました/)
    .first()
    .waitFor()
  expect(await second.getByText('選んだ人 2人').count()).toBe(1)
  await second.getByRole('button', { name: '先に決まった人を外す' }).click()
  await second.getByRole('button', { name: '仕事を決めずに組む' }).click()
  await first.getByRole('region', { name: '2班' }).waitFor()
})

test('two desks take the same need: the second is told before it presses, and looks first', async () => {
  const day = await openRealDay({ 愛子: ['dispatch'], 文子: ['dispatch'] })
  await givenNeed(day, { asked: { headcount: 6 } })
  await givenWaiting(day.phone, 2)
  const [first, second] = [await day.desk('愛子'), await day.desk('文子')]
  // A key says nothing to a wall that has not been drawn yet.
  for (const page of [first, second]) await page.locator('.need-card').first().waitFor()
  await second.keyboard.press('w')
  await second.keyboard.press('Enter')
  await second.getByRole('button', { name: /^2\s/ }).click()
  await first.keyboard.press('w')
  await first.keyboard.press('Enter')
  await first.getByRole('button', { name: /^1\s/ }).click()
  await first.getByRole('button', { name: 'N-001 に1人で班を組む' }).click()
  const told = second.getByText(/N-001 は、\d\d:\d\dに愛子さんが1班に割り当てました/)
  await told.first().waitFor()
  expect(await second.getByText('選んだ人 1人').count()).toBe(1)
  await second.getByRole('button', { name: '確かめた' }).click()
  await told.first().waitFor({ state: 'detached' })
  await second.getByRole('button', { name: '1班に1人を加える' }).click()
  await first.getByRole('region', { name: '1班' }).getByText('大人2').waitFor()
})

test('wall and map share selection and filter, and the address reproduces them', async () => {
  const day = await openRealDay({ 愛子: ['dispatch'] })
  await givenNeed(day, { contact: { townId: 'okawa' } })
  await givenNeed(day, { asked: { categories: ['cleaning'], urgent: true }, contact: { townId: 'katabuki' } })
  const page = await day.desk('愛子')
  await page.getByRole('button', { name: '急ぎ N-002 片吹' }).click()
  await page.locator('.need-card-selected', { hasText: 'N-002' }).waitFor()
  await page.getByLabel('仕事').selectOption('mudRemoval')
  await page.getByText('絞り込みで1件が隠れています').waitFor()
  expect(new URL(page.url()).hash).toBe('#need=2&work=mudRemoval')
  await page.reload()
  await page.getByText('絞り込みで1件が隠れています').waitFor()
  await page.getByRole('button', { name: /絞り込みをやめる/ }).click()
  await page.locator('.need-card-selected', { hasText: 'N-002' }).waitFor()
})
