import type { Page, Request } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { badgeText } from '#shared/access/badge.ts'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { layCable } from '#tests/support/cable.ts'
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
