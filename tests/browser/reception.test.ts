import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { Device } from '#tests/support/device.ts'
import { receptionForm } from '#tests/support/given.ts'
import { realDay } from '#tests/support/real-day.ts'

let real: Awaited<ReturnType<typeof realDay>>
let desk: Device

beforeAll(async () => {
  real = await realDay()
  desk = await Device.open(real.center, real.lead.actor)
})
afterAll(() => real.close())

const press = (page: Page, form = '#first') => page.click(`${form} button:not([type])`)
const choose = (page: Page, id: string, value: string) => page.check(`#${id} input[value=${value}]`, { force: true })

/** Fills the form as people type it: full-width digits, an era, half-width kana. */
async function fill(page: Page, name: string, phone: string): Promise<void> {
  await page.fill('#name', name)
  await page.fill('#nameKana', 'ｶﾅｻﾞﾜ ﾊﾅｺ')
  await page.fill('#phone', phone)
  await page.fill('#birthDate', '平成２年４月１日')
  await page.fill('#emergencyName', '金沢 太郎')
  await page.fill('#emergencyPhone', '045-780-1150')
  await choose(page, 'insurance', 'basic')
  await choose(page, 'health', 'good')
  await page.check('#consent')
}

const named = (name: string) => desk.store.all('attendance').find((one) => one.name === name)

test('a phone fills the form, gets its own page, and the desk has the person', async () => {
  const { page, context } = await newDevice('phone')
  await page.goto(`${real.address}/reception`)
  await expectAccessible(page)
  await fill(page, '髙﨑 花子', '０９０ー１２３４ー５６７８')
  await press(page)
  await expect.poll(() => named('髙﨑 花子')).toBeDefined()
  const attendance = named('髙﨑 花子')
  expect(attendance).toMatchObject({ nameKana: 'かなざわ はなこ', insurance: { plan: 'basic' }, channel: 'phone' })
  expect(desk.store.get('personContact', attendance?.personId)).toMatchObject({
    phone: '09012345678',
    birthDate: '1990-04-01',
  })
  await page.waitForURL(/\/me#[0-9a-f]{32}$/)
  await page.goto(`${real.address}/reception`)
  expect(await page.isVisible('#own')).toBe(true)
  await context.close()
})

test('without JavaScript the same form works: what is wrong comes back with all that was typed, then the number', async () => {
  const { page, context } = await newDevice('phone', { javaScriptEnabled: false })
  await page.goto(`${real.address}/reception`)
  expect(await page.isVisible('noscript p')).toBe(true)
  await fill(page, '富岡 次郎', '090-1111-222')
  await press(page)
  expect(await page.textContent('#phone-error')).toContain('桁数')
  expect(await page.inputValue('#name')).toBe('富岡 次郎')
  expect(await page.isChecked('#insurance input[value=basic]')).toBe(true)
  expect(await page.textContent('#errors a')).toContain('電話番号')
  await page.fill('#phone', '090-1111-2222')
  await press(page)
  const number = named('富岡 次郎')?.number
  expect(await page.textContent('.big-number')).toBe(String(number))
  expect(await page.getAttribute('main a', 'href')).toMatch(/^\/me#[0-9a-f]{32}$/)
  await context.close()
})

test.each([
  ['ja', '受付する'],
  ['easy', 'うけつけを する'],
  ['en', 'Check in'],
])('the page speaks %s, axe finds nothing on it, and says what is wrong beside the field', async (language, word) => {
  const { page, context } = await newDevice('phone')
  await page.goto(`${real.address}/reception`)
  await page.fill('#name', '途中まで')
  await page.click(`a[href="/reception?lang=${language}"]`)
  expect(await page.textContent('#first button:not([type])')).toBe(word)
  await expect.poll(() => page.inputValue('#name')).toBe('途中まで')
  await press(page)
  expect(await page.isVisible('#phone-error')).toBe(true)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('errors')
  for (const fold of await page.locator('details').all()) await fold.evaluate((one) => one.setAttribute('open', ''))
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await context.close()
})

test('a minor is asked for the guardian’s consent, others are not', async () => {
  const { page, context } = await newDevice('phone')
  await page.goto(`${real.address}/reception`)
  expect(await page.isVisible('#guardian')).toBe(false)
  await page.fill('#birthDate', 'H22.4.1')
  expect(await page.isVisible('#guardianConsent input[value=given]')).toBe(true)
  await page.fill('#birthDate', 'S58.4.1')
  expect(await page.isVisible('#guardian')).toBe(false)
  await context.close()
})

test('with a dead line the form is kept, survives a reload, and is sent once when the line is back', async () => {
  const { page, context } = await newDevice('phone')
  await page.goto(`${real.address}/reception`)
  await fill(page, '能見台 三郎', '090-3333-4444')
  await page.route('**/api/commands', (route) => route.abort())
  await press(page)
  await page.getByText('送信待ち — 消えません').waitFor()
  await page.reload()
  await page.getByText('送信待ち — 消えません').waitFor()
  expect(named('能見台 三郎')).toBeUndefined()
  await page.unroute('**/api/commands')
  await page.waitForURL(/\/me#/)
  expect(desk.store.all('attendance').filter(({ name }) => name === '能見台 三郎')).toHaveLength(1)
  await context.close()
})

test('a refusal comes back on the page with all that was typed', async () => {
  const known = receptionForm({ phone: '09055556666', birthDate: '1990-04-01', nameKana: 'かなざわ はなこ' })
  await real.lead.send('volunteers.checkIn', known)
  const { page, context } = await newDevice('phone')
  await page.goto(`${real.address}/reception`)
  await fill(page, '金沢 花子', '090-5555-6666')
  await press(page)
  await page.waitForSelector('#errors:not([hidden])')
  expect(await page.textContent('#errors h2')).toContain('きょうはもう受付されています')
  expect(await page.inputValue('#name')).toBe('金沢 花子')
  await context.close()
})

test('the whole page weighs less than 18.5 kB and loads nothing else', async () => {
  for (const language of ['ja', 'easy', 'en']) {
    const answer = await fetch(`${real.address}/reception?lang=${language}`)
    expect(gzipSync(await answer.text()).length).toBeLessThanOrEqual(18_500)
  }
  const { page, context } = await newDevice('phone')
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto(`${real.address}/reception`, { waitUntil: 'networkidle' })
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([`${real.address}/reception`])
  await context.close()
})
