import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Handler } from '#server/core/handlers.ts'
import { newId } from '#shared/core/ids.ts'
import { expectAccessible } from '#tests/support/browser.ts'
import { Sender } from '#tests/support/center.ts'
import { openRealDay } from '#tests/support/real-day.ts'

/** Taking somebody from the staff takes two here; 鈴木 has been a lead for more than a day. */
async function withTwoLeads() {
  const day = await openRealDay({ 鈴木: ['lead'], 恵美: ['reception'] })
  const handlers = day.center.handlers as Map<string, Handler>
  const one = handlers.get('access.retireStaff')
  if (one) handlers.set('access.retireStaff', { ...one, command: { ...one.command, twoPeople: true } })
  const system = new Sender(day.center, { kind: 'system' })
  const dayPasses = async () => {
    for (let hour = 0; hour < 25; hour += 1) await system.send('access.countHour', {})
  }
  await dayPasses()
  return { ...day, dayPasses }
}

async function retire(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: '担当者' }).click()
  const row = page.locator('li', { hasText: name }).filter({ has: page.getByRole('button', { name: '担当を外す' }) })
  await row.getByRole('button', { name: '担当を外す' }).click()
  await page.getByRole('dialog', { name: `${name}さんの担当を外しますか` }).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '担当を外す' }).click()
}

const asked = (page: Page) => page.getByRole('dialog', { name: 'もう1人の統括の同意が必要です' })

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SASAE_SHOTS
  if (!folder) return
  await page.screenshot({ path: `${folder}/${name}.png` })
  await page.setViewportSize({ width: 360, height: 740 })
  await page.screenshot({ path: `${folder}/${name}-360.png` })
  await page.setViewportSize({ width: 1280, height: 800 })
}

test('another lead comes to the desk, reads what is to be done, and consents with their PIN', async () => {
  const day = await withTwoLeads()
  const lead = await day.desk('佐藤')
  await retire(lead, '恵美')
  await asked(lead).getByText('佐藤さんの操作: 担当を外す（担当者 恵美さん）').waitFor()
  // Neither whoever asks nor whoever leads nothing is offered.
  for (const name of ['佐藤', '恵美']) expect(await asked(lead).getByRole('button', { name }).count()).toBe(0)
  await asked(lead).getByText('操作する本人のバッジやお名前では同意できません').waitFor()
  await expectAccessible(lead)
  await picture(lead, 'consent')
  await asked(lead).getByRole('button', { name: '鈴木' }).click()
  await lead.keyboard.type('000000')
  await asked(lead).getByText('PINが違います').waitFor()
  await asked(lead).getByLabel('PIN(6桁)').fill('123456')
  await asked(lead).waitFor({ state: 'detached' })
  await lead.getByRole('button', { name: '恵美' }).first().waitFor({ state: 'detached' })
})

test('where nobody is there it waits on every desk, and the other lead answers at their own', async () => {
  const day = await withTwoLeads()
  const [lead, other, desk] = [await day.desk('佐藤'), await day.desk('鈴木'), await day.desk('恵美')]
  await retire(lead, '恵美')
  await asked(lead).getByRole('button', { name: '予約する' }).click()
  await lead.getByText('この操作は予約しました').waitFor()
  const title = '佐藤さんが「担当を外す」を予約しています'
  await desk.getByText(title).waitFor()
  expect(await desk.getByRole('button', { name: '断る' }).count()).toBe(0)
  await other.getByText(title).waitFor()
  await other.getByText('対象: 担当者 恵美さん').waitFor()
  expect(await desk.getByText('対象:').count()).toBe(0)
  await expectAccessible(other)
  await picture(other, 'waiting-other')
  await picture(lead, 'waiting-own')
  await picture(desk, 'waiting-desk')
  await other.getByRole('button', { name: '断る' }).click()
  await desk.getByText(title).waitFor({ state: 'detached' })
})

test('a dialog that was left open does not keep anybody from the question who they are', async () => {
  const day = await openRealDay({ 恵美: ['reception'] })
  const page = await day.desk('恵美')
  await page.keyboard.press('F1')
  await page.getByRole('dialog').waitFor()
  const staff = await day.center.read((tx) => tx.selectFrom('session').select('staff_id').execute())
  await day.lead.send('access.changePin', { staffId: staff[0]?.staff_id ?? newId(), pin: '222222' })
  await page.getByText('恵美さんの確認が切れました').waitFor()
  await picture(page, 'lapsed')
  expect(await page.locator('dialog.dialog[open]').count()).toBe(1)
  await page.getByRole('button', { name: '恵美' }).click()
  await page.keyboard.type('222222')
  await page.getByText('恵美さんの確認が切れました').waitFor({ state: 'detached' })
})

test('a field that asks for the focus has it as soon as its dialog stands open', async () => {
  const day = await openRealDay({})
  const page = await day.desk('佐藤')
  await page.getByRole('tab', { name: '担当者' }).click()
  await page.getByRole('button', { name: 'PINを変える' }).click()
  await page.getByRole('dialog').waitFor()
  // A busy machine paints the dialog a moment before its effects have run.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  await page.keyboard.type('222222')
  expect(await page.getByRole('dialog').getByLabel('新しいPIN(6桁)').inputValue()).toBe('222222')
})

test('one lead alone asks for a list with its people, sees when it comes, and saves it once another gives it free', async () => {
  const day = await openRealDay({ 鈴木: ['lead'] })
  const system = new Sender(day.center, { kind: 'system' })
  for (let hour = 0; hour < 25; hour += 1) await system.send('access.countHour', {})
  const lead = await day.desk('佐藤')
  await lead.locator('.part-tabs').getByRole('button', { name: '個人情報' }).click()
  await lead.getByLabel('氏名・電話・住所などの個人情報も入れる').check()
  await lead.getByText('24時間後に書き出せます').waitFor()
  await lead.getByLabel('個人情報が要るわけ').fill('保険の手続き')
  await picture(lead, 'export-alone')
  await lead.getByRole('button', { name: 'ボランティア登録をCSVで書き出す' }).click()
  await asked(lead)
    .getByText('佐藤さんの操作: 一覧の書き出し（ボランティア登録の全員の個人情報、保険の手続き）')
    .waitFor()
  await picture(lead, 'export-consent')
  await asked(lead).getByRole('button', { name: '予約する' }).click()
  await lead.getByText('佐藤さんが「一覧の書き出し」を予約しています').waitFor()
  await lead.getByText('ほかの統括が席にいなければ自動で行います').waitFor()
  await picture(lead, 'export-waits')
  const other = await day.desk('鈴木')
  await other.getByText('対象: ボランティア登録の全員の個人情報').waitFor()
  await other.getByRole('button', { name: '承認する' }).click()
  await lead.getByText('予約した一覧を書き出せます').waitFor()
  await expectAccessible(lead)
  await picture(lead, 'export-ready')
  await lead.getByRole('button', { name: '予約した一覧をCSVで保存' }).click()
  const saved = lead.waitForEvent('download')
  await lead.getByRole('dialog').getByLabel('PIN').fill('123456')
  expect((await saved).suggestedFilename()).toContain('個人情報')
})
