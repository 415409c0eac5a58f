import type { BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { openMatters } from '#shared/reports/limits.ts'
import { expectAccessible, newDevice, RunningClock } from '#tests/support/browser.ts'
import { Device } from '#tests/support/device.ts'
import { receptionForm } from '#tests/support/given.ts'
import { openRealDay } from '#tests/support/real-day.ts'

/** A center whose first day can be ended and whose second one begun. */
async function openTwoDays() {
  const clock = new RunningClock()
  const real = await openRealDay({}, { clock })
  const desk = await Device.open(real.center, real.lead.actor)
  const endToday = async () => {
    const [today] = desk.store.all('day')
    const explanations = Object.fromEntries(openMatters.map((matter) => [matter, '確認済み']))
    await real.lead.send('reports.closeDay', { dayId: today?.id ?? '', explanations })
  }
  const nextDay = async () => {
    if (desk.store.all('day').some(({ status }) => status === 'open')) await endToday()
    clock.push(24 * 60)
    const hours = { receptionOpensAt: '09:00', receptionClosesAt: '11:00', capacity: 100, returnBy: '15:00' }
    await real.lead.send('center.openDay', { dayId: newId(), date: '2026-11-24', ...hours })
  }
  const today = () => desk.store.all('attendance').filter(({ cameBefore }) => cameBefore)
  return { ...real, desk, endToday, nextDay, today }
}

async function newPhone(): Promise<{ page: Page; context: BrowserContext }> {
  const device = await newDevice('phone')
  onTestFinished(() => device.context.close())
  return device
}

const choose = (page: Page, id: string, value: string) => page.check(`#${id} input[value=${value}]`, { force: true })

/** The three things that are asked again, and the consent of the day. */
async function confirmThree(page: Page): Promise<void> {
  await choose(page, 'again-health', 'good')
  await choose(page, 'again-insurance', 'asBefore')
  await page.check('#again-emergencySame')
  await page.check('#again-consent')
  await page.click('#again-form button:not([type])')
}

/** Checks in for the first time, by phone. */
async function comeFirst(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/reception`)
  for (const [id, typed] of [
    ['name', '能見台 三郎'],
    ['nameKana', 'のうけんだい さぶろう'],
    ['phone', '090-3333-4444'],
    ['birthDate', 'S58.4.1'],
    ['emergencyName', '能見台 花'],
    ['emergencyPhone', '045-780-1150'],
  ] as const)
    await page.fill(`#${id}`, typed)
  await choose(page, 'insurance', 'naturalDisaster')
  await choose(page, 'health', 'good')
  await page.check('#consent')
  await page.click('#first button:not([type])')
  await page.waitForURL(/\/me#[0-9a-f]{32}$/)
  await page.getByText('能見台 三郎').first().waitFor()
}

test('who came by phone is recognised the next day on the same phone and confirms three things', async () => {
  const { address, nextDay, today } = await openTwoDays()
  const { page } = await newPhone()
  await comeFirst(page, address)
  await nextDay()
  await page.goto(`${address}/reception`)
  expect(await page.isVisible('#own')).toBe(false)
  expect(await page.isVisible('#again-who')).toBe(false)
  expect(await page.locator('#again-form').innerText()).not.toMatch(/能見台|090|1983/)
  await confirmThree(page)
  await page.waitForURL(/\/me#[0-9a-f]{32}$/)
  await expect.poll(today).toMatchObject([{ name: '能見台 三郎', channel: 'phone' }])
  await page.goto(`${address}/reception`)
  expect(await page.isVisible('#own')).toBe(true)
})

test('a page that was left open says that the day is over, and its phone is recognised the next day', async () => {
  const { address, desk, endToday, nextDay, today, lead } = await openTwoDays()
  const { page } = await newPhone()
  await comeFirst(page, address)
  await lead.send('reports.sendHome', { attendanceIds: desk.store.all('attendance').map(({ id }) => id) })
  await endToday()
  await page.getByText('きょうの活動は終わりました').waitFor()
  await expectAccessible(page)
  await page.reload()
  await page.getByText('きょうの活動は終わりました').waitFor()
  await nextDay()
  await page.goto(`${address}/reception`)
  await confirmThree(page)
  await expect.poll(today).toMatchObject([{ name: '能見台 三郎', channel: 'phone' }])
})

test('a link that the desk handed out is as good the next day', async () => {
  const { address, nextDay, phone, today } = await openTwoDays()
  const form = receptionForm()
  await phone.send('volunteers.checkIn', form)
  const { page } = await newPhone()
  await page.goto(`${address}/me#${form.linkToken}`)
  await page.getByText(form.name).first().waitFor()
  await page.goto(`${address}/reception`)
  expect(await page.isVisible('#own')).toBe(true)
  await nextDay()
  await page.reload()
  expect(await page.isVisible('#again-who')).toBe(false)
  await confirmThree(page)
  await expect.poll(today).toMatchObject([{ name: form.name }])
})

test('on another phone the number and the birth date do, and no answer says what is stored', async () => {
  const { address, nextDay, phone, today } = await openTwoDays()
  const form = receptionForm({ phone: '09055557777', birthDate: '1983-04-01' })
  await phone.send('volunteers.checkIn', form)
  await nextDay()
  const { page } = await newPhone()
  const heard: Promise<string>[] = []
  page.on('response', (response) => {
    if (!response.url().includes('/me')) heard.push(response.text().catch(() => ''))
  })
  await page.goto(`${address}/reception`)
  await page.click('#again > summary')
  await page.fill('#again-phone', '090-5555-7777')
  await page.fill('#again-birthDate', 'S58.4.2')
  await confirmThree(page)
  await page.waitForSelector('#again-errors:not([hidden])')
  expect(today()).toEqual([])
  const refusal = (await Promise.all(heard.splice(0))).join()
  await page.fill('#again-birthDate', 'S58.4.1')
  await page.route('**/me', (route) => route.abort())
  await page.click('#again-form button:not([type])')
  await expect.poll(today).toMatchObject([{ name: form.name }])
  const welcome = (await Promise.all(heard)).join()
  for (const said of [refusal, welcome]) {
    expect(said).not.toContain(form.name)
    expect(said).not.toContain(form.emergency.name)
    expect(said).not.toContain(form.emergency.phone)
  }
})
