import type { Page, Request } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { badgeText } from '#shared/access/badge.ts'
import { expectAccessible, newDevice, RunningClock } from '#tests/support/browser.ts'
import { layCable } from '#tests/support/cable.ts'
import { Device } from '#tests/support/device.ts'
import { receptionForm } from '#tests/support/given.ts'
import { openRealDay } from '#tests/support/real-day.ts'

/** The badge that a page has just made, as it sent it; nothing else ever says it. */
function badgeIn(request: Request): string {
  return /"badge":"([0-9a-f]{32})"/.exec(request.postData() ?? '')?.[1] ?? ''
}

async function addPerson(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('tab', { name: '担当者' }).click()
  await page.getByLabel('お名前', { exact: true }).fill(name)
  await page.getByLabel('新しいPIN(6桁)').fill(pin)
  await page.getByRole('checkbox', { name: '受付', exact: true }).check({ force: true })
  await page.getByRole('button', { name: '加える', exact: true }).click()
}

async function elsewhere(port: number): Promise<Page> {
  const cable = await layCable(port, '127.0.0.2')
  onTestFinished(() => cable.close())
  const { context, page } = await newDevice('desk')
  onTestFinished(() => context.close())
  await page.goto(`http://localhost:${cable.port}/desk`)
  return page
}

test('somebody new gets a badge at once, signs in with it elsewhere, and afterwards by name and PIN', async () => {
  const day = await openRealDay({})
  const lead = await day.desk('佐藤')
  let badge = ''
  lead.on('request', (request) => {
    badge ||= badgeIn(request)
  })
  await addPerson(lead, '鈴木', '222222')
  await lead.getByRole('dialog', { name: '鈴木さんのバッジ' }).waitFor()
  await lead.getByRole('img', { name: '鈴木さんのバッジのQR' }).waitFor()
  // On paper the badge stands alone; the panels that other prints leave out must not take it with them.
  await lead.evaluate(() => {
    document.documentElement.dataset.print = 'badge'
  })
  await lead.emulateMedia({ media: 'print' })
  await lead.getByRole('img', { name: '鈴木さんのバッジのQR' }).waitFor()
  expect(await lead.getByRole('heading', { name: '統括' }).isVisible()).toBe(false)
  await lead.emulateMedia({ media: 'screen' })
  await lead.evaluate(() => delete document.documentElement.dataset.print)
  await expectAccessible(lead)

  const desk = await elsewhere(day.served.port)
  const field = desk.getByLabel('バッジのQRを読み取ってください')
  await field.waitFor()
  await expectAccessible(desk)
  await desk.keyboard.type(badgeText('0'.repeat(32)))
  await desk.keyboard.press('Enter')
  await desk.getByLabel('PIN(6桁)').fill('222222')
  await desk.getByText('このバッジは使えません').waitFor()
  await field.fill('SASAE-xyz')
  await field.press('Enter')
  await desk.getByText('担当者バッジのQRではありません').waitFor()
  await field.fill(badgeText(badge))
  await desk.getByLabel('PIN(6桁)').fill('222222')
  await desk.getByRole('navigation', { name: 'デスク' }).waitFor()

  await desk.keyboard.press('F2')
  await desk.getByRole('dialog', { name: '交代' }).waitFor()
  await desk.getByRole('button', { name: '席を離れる(画面を閉じる)' }).click()
  await desk.getByRole('button', { name: '鈴木' }).click()
  await desk.getByLabel('PIN(6桁)').fill('222222')
  await desk.getByRole('navigation', { name: 'デスク' }).waitFor()
})

test('the PIN is asked for once more before roles change, and nothing that was typed is lost', async () => {
  const steady = { ms: 1_000_000 }
  const day = await openRealDay({ 鈴木: ['reception'] }, { elapsed: () => steady.ms })
  const lead = await day.desk('佐藤')
  steady.ms += 6 * 60_000
  await addPerson(lead, '高橋', '333333')
  const question = lead.getByRole('dialog', { name: '佐藤さんのPINを入れてください' })
  await question.waitFor()
  await expectAccessible(lead)
  await question.getByRole('button', { name: '閉じる' }).click()
  await lead.getByText('もう一度PINを入れてください').waitFor()
  expect(await lead.getByLabel('お名前', { exact: true }).inputValue()).toBe('高橋')
  await lead.getByRole('button', { name: '加える', exact: true }).click()
  await question.waitFor()
  await lead.keyboard.type('000000')
  await question.getByText('PINが違います').waitFor()
  await question.getByLabel('PIN(6桁)').fill('123456')
  await lead.getByRole('dialog', { name: '高橋さんのバッジ' }).waitFor()
})

/** A desk whose time the test moves; only the page's, the center's goes on. */
async function slowDesk(address: string, name: string, pin: string): Promise<Page> {
  const { context, page } = await newDevice('desk')
  onTestFinished(() => context.close())
  await page.clock.install()
  await page.goto(`${address}/desk`)
  await page.getByRole('button', { name }).click()
  await page.getByLabel('PIN(6桁)').fill(pin)
  await page.getByRole('navigation', { name: 'デスク' }).waitFor()
  return page
}

test('a desk that nobody touches for three minutes shows its numbers and nobody’s name, and opens as it was left', async () => {
  const day = await openRealDay({ 恵美: ['reception'] })
  const form = receptionForm({ name: '金沢 花子' })
  await day.phone.send('volunteers.checkIn', form)
  const page = await slowDesk(day.address, '恵美', '123456')
  await page.getByText('金沢 花子').first().waitFor()
  const search = page.getByLabel('番号・氏名・ふりがな')
  await search.fill('金沢')
  await page.clock.runFor('02:50')
  expect(await page.getByRole('dialog', { name: /おおっています/ }).count()).toBe(0)
  await page.mouse.move(200, 200)
  await page.clock.runFor('02:50')
  expect(await page.getByRole('dialog', { name: /おおっています/ }).count()).toBe(0)
  await page.clock.runFor('00:15')
  const cover = page.getByRole('dialog', { name: /受付: 画面をおおっています/ })
  await cover.waitFor()
  expect(await page.getByText('金沢 花子').first().isVisible()).toBe(false)
  await expectAccessible(page)

  // The line goes on beneath: numbers follow, and neither a reload nor another page lifts the cover.
  const waiting = cover.locator('.day-number', { hasText: '待機' })
  await waiting.filter({ hasText: '1' }).waitFor()
  await day.phone.send('volunteers.checkIn', receptionForm())
  await waiting.filter({ hasText: '2' }).waitFor()
  const other = await page.context().newPage()
  await other.goto(`${day.address}/desk`)
  await other.getByRole('dialog', { name: /おおっています/ }).waitFor()

  await page.bringToFront()
  await page.getByLabel('PIN(6桁)').fill('654321')
  await cover.getByText('PINが違います').waitFor()
  await page.getByLabel('PIN(6桁)').fill('123456')
  await cover.waitFor({ state: 'detached' })
  expect(await search.inputValue()).toBe('金沢')
  await other.getByRole('dialog', { name: /おおっています/ }).waitFor({ state: 'detached' })
})

test('a covered desk hears no key of what lies beneath', async () => {
  const day = await openRealDay({ 勉: ['needs'] })
  const page = await slowDesk(day.address, '勉', '123456')
  await page.getByLabel('電話番号', { exact: true }).fill('045-780-0303')
  await page.clock.runFor('03:05')
  await page.getByRole('dialog', { name: /おおっています/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  // Whatever the key has sent is there before this answer.
  await page.evaluate(async () => void (await fetch('/healthz')))
  const { store } = await Device.open(day.center, day.lead.actor)
  expect(store.all('need')).toEqual([])
})

test('another person opens a covered desk as themselves, and a center may leave its desks uncovered', async () => {
  const day = await openRealDay({ 恵美: ['reception'] })
  const page = await slowDesk(day.address, '恵美', '123456')
  await page.clock.runFor('03:05')
  const cover = page.getByRole('dialog', { name: /おおっています/ })
  await cover.getByRole('button', { name: 'ほかの人に交代する' }).click()
  await cover.getByRole('button', { name: '佐藤' }).click()
  await cover.getByLabel('PIN(6桁)').fill('123456')
  await page.locator('.top-bar-who', { hasText: '佐藤' }).waitFor()
  await day.lead.send('access.setSignInRule', { badge: 'needed', lockAfterMinutes: 0, basedOnSeq: 0 })
  await page.getByRole('tab', { name: '担当者' }).click()
  await page.getByRole('radio', { name: 'おおわない', checked: true }).waitFor({ state: 'attached' })
  await page.clock.runFor('30:00')
  expect(await cover.count()).toBe(0)
})

test('a browser that was closed and is opened minutes later opens covered, and at once it does not', async () => {
  const clock = new RunningClock()
  const day = await openRealDay({ 恵美: ['reception'] }, { clock })
  const page = await day.desk('恵美')
  await page.getByRole('navigation', { name: 'デスク' }).waitFor()
  await page.mouse.move(200, 200)
  await expect.poll(() => page.evaluate(() => localStorage.getItem('sasae.lastHand'))).toBeTruthy()
  const cover = (one: Page) => one.getByRole('dialog', { name: /おおっています/ })
  const soon = await page.context().newPage()
  await page.close()
  await soon.goto(`${day.address}/desk`)
  await soon.getByRole('navigation', { name: 'デスク' }).waitFor()
  expect(await cover(soon).count()).toBe(0)
  const later = await soon.context().newPage()
  await soon.close()
  clock.push(4)
  await later.goto(`${day.address}/desk`)
  await cover(later).waitFor()
  await later.getByLabel('PIN(6桁)').fill('123456')
  await cover(later).waitFor({ state: 'detached' })
})
