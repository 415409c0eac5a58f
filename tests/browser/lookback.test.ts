import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { expectAccessible, RunningClock } from '#tests/support/browser.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import { givenTeamOut, heardReport } from '#tests/support/given-reports.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const shots = process.env.SASAE_SHOTS
const pins = [
  { townId: 'kamariya-higashi-2', lat: 35.3449, lng: 139.6107 },
  { townId: 'deiki-2', lat: 35.3381, lng: 139.6229 },
  { townId: 'fukuura-2', lat: 35.3461, lng: 139.6491 },
] as const

/** A real day of three hours: calls come in, teams go, come back and tell, one is still out. */
async function workedDay() {
  const clock = new RunningClock()
  const day = await openRealDay({ 統括: ['lead'] }, { clock })
  const desks = { ...day, emi: day.lead }
  for (const pin of pins) {
    await givenNeed(desks, { contact: { ...pin } })
    clock.push(7)
  }
  await givenWaiting(day.phone, 5)
  const works = []
  for (const pin of pins.slice(0, 2)) {
    const need = await givenNeed(desks, { contact: { ...pin } })
    works.push(await givenTeamOut(desks, { need }))
    clock.push(12)
  }
  clock.push(60)
  const [first] = works
  if (!first) throw new Error('no team went')
  await day.lead.send('reports.receiveTeam', { teamId: first.teamId, missingIds: [] })
  clock.push(20)
  await day.lead.send('reports.acceptReport', heardReport(first.workOrderId))
  await day.lead.send('reports.sendHome', { attendanceIds: first.people })
  const entry = { entryId: newId(), fromWhom: '本部', toWhom: '', certainty: 'fact' as const, text: '午後から雨' }
  await day.lead.send('center.writeJournalEntry', entry)
  return day
}

async function openLookback(page: Page): Promise<void> {
  await page.getByRole('button', { name: '振り返り', exact: true }).click()
  await page.getByRole('button', { name: 'この日をひらく' }).click()
  await page.getByRole('heading', { name: /数字と、その場面/ }).waitFor()
}

const clockOn = (page: Page) => page.locator('.replay-clock').textContent()

test('of a real day every figure opens the moments behind it, in the replay at their time', async () => {
  const day = await workedDay()
  const page = await day.desk('統括')
  await openLookback(page)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/lookback-desk.png`, fullPage: true })
  const moments = page.locator('.score-moments button')
  const more = page.locator('.score-moments button', { hasText: 'ほか' })
  while ((await more.count()) > 0) await more.first().click()
  const count = await moments.count()
  expect(count).toBeGreaterThan(15)
  for (let index = 0; index < count; index++) {
    const said = await moments.nth(index).textContent()
    await moments.nth(index).click()
    await expect.poll(() => clockOn(page)).toBe(said)
  }
  // A figure without any moment says so, and counts nothing.
  for (const row of await page.locator('.score-table tbody tr', { hasText: '場面なし' }).all())
    expect(await row.locator('td').first().textContent()).toMatch(/^0/)
})

test('at any moment map, wall, queues and chronology stand as they did, by keys as by the mouse', async () => {
  const day = await workedDay()
  const page = await day.desk('統括')
  await openLookback(page)
  const slider = page.getByRole('slider', { name: '時刻' })
  await slider.press('Home')
  expect(await clockOn(page)).toBe('09:30')
  expect(await page.locator('.stood-card').count()).toBe(0)
  await slider.press('End')
  expect(await clockOn(page)).toMatch(/^11:/)
  expect(await page.locator('.stood-card').count()).toBeGreaterThan(3)
  await page.getByText('午後から雨').waitFor()
  const [last, queues] = [await clockOn(page), page.getByRole('region', { name: 'そのときの列' })]
  const stood = await queues.textContent()
  for (let steps = 0; steps < 6; steps++) await page.keyboard.press('j')
  expect(await page.getByText('午後から雨').count()).toBe(0)
  for (let steps = 0; steps < 6; steps++) await page.keyboard.press('l')
  await page.getByText('午後から雨').waitFor()
  expect([await clockOn(page), await queues.textContent()]).toEqual([last, stood])
  await slider.press('Home')
  await page.getByRole('combobox', { name: '速さ' }).selectOption('600')
  // A key pressed in the choice of speeds belongs to it.
  await page.locator('.replay-clock').click()
  await page.keyboard.press('k')
  await expect.poll(() => clockOn(page)).not.toBe('09:30')
  await page.keyboard.press('k')
  await page.getByRole('button', { name: /^再生/ }).waitFor()
  const halted = await clockOn(page)
  await page.waitForTimeout(700)
  expect(await clockOn(page)).toBe(halted)
  if (shots) await page.screenshot({ path: `${shots}/lookback-middle.png`, fullPage: true })
})

test('while the first telling goes on the page says how far it has come, and opens by itself', async () => {
  const day = await workedDay()
  const page = await day.desk('統括')
  let asked = 0
  await page.route('**/api/lookback/history*', (route) => {
    asked += 1
    if (asked > 3) return route.continue()
    return route.fulfill({ status: 202, json: { told: asked * 100, of: 400 } })
  })
  const opening = openLookback(page)
  await page.getByText('400件のうち 200件まで進みました。').waitFor()
  expect(await page.getByRole('progressbar').getAttribute('value')).toMatch(/^[23]00$/)
  await opening
  expect(await page.getByRole('progressbar').count()).toBe(0)
})

test('on a narrow screen nothing of it reaches beyond the edge', async () => {
  const day = await workedDay()
  const page = await day.desk('統括')
  await page.setViewportSize({ width: 360, height: 740 })
  await openLookback(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(360)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/lookback-narrow.png`, fullPage: true })
})
