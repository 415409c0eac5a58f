import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Room } from '#drills/drill-room.ts'
import { expectAccessible, shoot } from '#tests/support/browser.ts'
import { openRealDay } from '#tests/support/real-day.ts'

test('cards, expectations and who comes are changed in forms, and a half-typed form outlives a reload', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-parts-'))
  const room = new Room(folder)
  const center = await openRealDay({ 統括: ['lead'] }, { drillRoom: room, day: false })
  onTestFinished(async () => {
    await room.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const page = await center.desk('統括')
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const dialog = page.getByRole('dialog')
  await button('訓練').click()
  await page.getByRole('radio', { name: /熱中症|暑/ }).check()
  await button('シナリオを作る・直す').click()

  await button('役割カードを加える').click()
  await dialog.getByRole('textbox', { name: '見出し' }).fill('日陰をさがす人')
  await dialog.getByRole('textbox', { name: 'どんな人か' }).fill('60代。')
  await page.reload()
  await expect.poll(() => dialog.getByRole('textbox', { name: '見出し' }).inputValue()).toBe('日陰をさがす人')
  await dialog.getByRole('button', { name: /^加える/ }).click()
  await dialog.getByText('起きたことを入れてください。').waitFor()
  await dialog.getByRole('textbox', { name: '起きたこと' }).fill('頭が痛い。')
  await expectAccessible(page)
  await shoot(page, 'editor-card')
  await dialog.getByRole('button', { name: /^加える/ }).click()
  await page.getByText('「日陰をさがす人」を加えました').waitFor()

  await button('期待することを加える').click()
  await dialog.getByLabel('何を見るか').selectOption('receivedBy')
  await dialog.getByRole('textbox', { name: 'いつまでに' }).fill('2300')
  await dialog.getByRole('textbox', { name: '人数' }).fill('20')
  await dialog.getByRole('button', { name: /^加える/ }).click()
  await dialog.getByText(/「23:00」は訓練の時間/).waitFor()
  await dialog.getByRole('textbox', { name: 'いつまでに' }).fill('930')
  await shoot(page, 'editor-expectation')
  await dialog.getByRole('button', { name: /^加える/ }).click()
  await page.getByText('いつまでに 09:30、人数 20').waitFor()

  await button('来る人を直す').click()
  await dialog.getByRole('button', { name: '時間帯を加える' }).click()
  await shoot(page, 'editor-coming')
  await dialog
    .getByRole('button', { name: /つめの時間帯を取り除く/ })
    .last()
    .click()
  await dialog.getByRole('textbox', { name: '何人から' }).first().fill('17')
  await dialog.getByRole('textbox', { name: '何人まで' }).first().fill('')
  await dialog.getByRole('button', { name: /^この内容にする/ }).click()
  await page.getByText('来る人を直しました').waitFor()
  await expectAccessible(page)
  await shoot(page, 'editor-parts')
  await button(/^元に戻す/).click()
  await button(/^元に戻す/).click()
  await expect.poll(() => page.getByText('いつまでに 09:30、人数 20').count()).toBe(0)
})
