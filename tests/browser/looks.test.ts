import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from '#tests/support/browser.ts'
import { openRealDay } from '#tests/support/real-day.ts'

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SASAE_SHOTS
  if (!folder) return
  for (const [width, height] of [
    [360, 740],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: `${folder}/${name}-${width}.png` })
  }
}

test('the lead sees who opened which list, and says from how many looks on they are told', async () => {
  const day = await openRealDay({})
  const lead = await day.desk('佐藤')
  const paper = await lead.context().newPage()
  await paper.goto(`${day.address}/sheets/roll-call`)
  await paper.getByText('紙 1', { exact: true }).waitFor()
  await lead.getByRole('tab', { name: '見た記録' }).click()
  await lead.getByRole('cell', { name: '点呼の紙をひらいた（0人分・紙 1）' }).waitFor()
  await expectAccessible(lead)
  await picture(lead, 'looks')
  const often = lead.getByLabel('1時間に何回を超えたら、統括に知らせますか')
  await often.fill('3')
  await lead.getByRole('button', { name: '回数を保存' }).click()
  await lead.getByText('5から500までの数を入れてください。').waitFor()
  await often.fill('３０')
  await lead.getByRole('button', { name: '回数を保存' }).click()
  await lead.getByText('保存しました。').waitFor()
  expect(await often.inputValue()).toBe('30')
  await often.scrollIntoViewIfNeeded()
  await picture(lead, 'look-rule')
})

test('before the day ends its papers are counted, and the lead is told which are still out there', async () => {
  const day = await openRealDay({})
  const lead = await day.desk('佐藤')
  const paper = await lead.context().newPage()
  for (const _ of [1, 2, 3]) await paper.goto(`${day.address}/sheets/roll-call`)
  await lead.getByRole('button', { name: '元気' }).click()
  await lead.getByRole('button', { name: 'きょうを終わる' }).click()
  const dialog = lead.getByRole('dialog', { name: 'きょうを終わる' })
  await dialog.getByText('きょう番号をつけた紙は 3枚です').waitFor()
  await dialog.getByLabel('戻ったか、細断した枚数').fill('4')
  await dialog.getByRole('button', { name: '枚数を記録する' }).click()
  await dialog.getByText('数が合いません').waitFor()
  await dialog.getByLabel('戻ったか、細断した枚数').fill('２')
  await dialog.getByLabel('戻っていない紙の番号（わかれば）').fill('３')
  await dialog.getByRole('button', { name: '枚数を記録する' }).click()
  await dialog.getByText('戻っていない番号: 紙 3（点呼の紙）').waitFor()
  await dialog.getByText('戻っていない紙が1枚あります').waitFor()
  await expectAccessible(lead)
  await picture(lead, 'papers')
})
