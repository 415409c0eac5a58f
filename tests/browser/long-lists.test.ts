import { expect, test } from 'vitest'
import { attendances } from '#server/volunteers/attendances.ts'
import { expectAccessible } from '#tests/support/browser.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import { givenTeamOut } from '#tests/support/given-reports.ts'
import { openRealDay } from '#tests/support/real-day.ts'

test('a long wall and a long row of people are drawn in parts: nothing is out of reach', async () => {
  const day = await openRealDay({ 愛子: ['dispatch'] })
  for (let index = 0; index < 70; index++) await givenNeed(day, { asked: { urgent: index === 69 } })
  const people = await givenWaiting(day.phone, 69)
  const [last] = await givenWaiting(day.phone, 1, { name: '最後 来人' })
  expect([...people, last]).toHaveLength(70)
  const page = await day.desk('愛子')
  const cards = page.locator('.wall-panel .need-card')
  const notes = page.locator('.people-panel button.token')
  await notes.nth(59).waitFor()
  expect([await cards.count(), await notes.count()]).toEqual([60, 60])
  // What is urgent stands in the first part, whatever its number is.
  await expect.poll(() => cards.first().textContent()).toContain('N-070')
  await expectAccessible(page)

  const more = page.locator('.wall-panel').getByRole('button', { name: 'あと10件を見る' })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => cards.count()).toBe(70)
  await more.waitFor({ state: 'detached' })

  // A search looks through all, also what is not drawn.
  expect(await page.getByRole('button', { name: /最後 来人/ }).count()).toBe(0)
  await page.locator('.people-panel .search-input').fill('最後')
  await page.getByRole('button', { name: /最後 来人/ }).waitFor()

  // What is chosen elsewhere is drawn wherever it stands in its list.
  await page.reload()
  await page.evaluate(() => (location.hash = 'need=69'))
  await page.locator('.need-card-selected', { hasText: 'N-069' }).waitFor()
  expect(await cards.count()).toBe(61)
})

test('in the list of who is out a team is found by its number, or by the name of anybody who is out with it', async () => {
  const day = await openRealDay({ 恵美: ['return'] })
  const desks = { ...day, emi: day.lead }
  const [first, second] = [await givenTeamOut(desks), await givenTeamOut(desks)]
  expect(first.teamId).not.toBe(second.teamId)
  const page = await day.desk('恵美')
  const rows = page.locator('.home-table tbody tr')
  await expect.poll(() => rows.count()).toBe(2)
  await page.keyboard.press('Alt+/')
  await page.keyboard.type('2班')
  await expect.poll(() => rows.allTextContents()).toEqual([expect.stringContaining('2班')])
  const { name } = await attendances.get(day.center.db, first.people[1] ?? '')
  await page.locator('.home-search .search-input').fill(name)
  await expect.poll(() => rows.allTextContents()).toEqual([expect.stringContaining(name)])
  await expectAccessible(page)
  // Paper is not cut where the screen is, nor by what is sought.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect.poll(() => rows.count()).toBe(2)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.locator('.home-search .search-input').fill('だれもいない')
  await page.getByText('まだ帰っていない人の中にいません').waitFor()
})
