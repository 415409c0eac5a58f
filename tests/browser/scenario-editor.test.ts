import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { readScenarioFile } from '#drills/core/read-scenario.ts'
import { Room } from '#drills/drill-room.ts'
import { bankText } from '#drills/scenarios/bank.ts'
import { expectAccessible } from '#tests/support/browser.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const shots = process.env.SASAE_SHOTS

async function shoot(page: Page, name: string): Promise<void> {
  if (!shots) return
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  await page.setViewportSize({ width: 360, height: 740 })
  await page.screenshot({ path: `${shots}/${name}-360.png`, fullPage: true })
  await page.setViewportSize({ width: 1280, height: 800 })
}

/** A center that holds drills on a folder of its own; the real thing, from the page to the file. */
async function centerWithRoom() {
  const folder = mkdtempSync(join(tmpdir(), 'sasae-editor-'))
  const room = new Room(folder)
  onTestFinished(async () => {
    await room.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const center = await openRealDay({ 統括: ['lead'] }, { drillRoom: room, day: false })
  const fileOf = (name: string) => readFileSync(join(folder, 'scenarios', `${name}.yaml`), 'utf8')
  return { room, folder, desk: () => center.desk('統括'), fileOf }
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

/** A scenario of the list, opened for work. */
async function openEditor(page: Page, scenario: RegExp): Promise<void> {
  await button(page, '訓練').click()
  await page.getByRole('radio', { name: scenario }).check()
  await button(page, 'シナリオを作る・直す').click()
  await page.getByRole('heading', { name: /状況付与 \d+件/ }).waitFor()
}

async function saveAs(page: Page, name: string, title: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '訓練の題' }).fill(title)
  await dialog.getByRole('textbox', { name: 'ファイルの名前' }).fill(name)
  await dialog.getByRole('button', { name: '保存する' }).click()
}

const injectIn = (text: string, title: string) =>
  readScenarioFile(text, 'x.yaml').injects.find((inject) => inject.title === title)

/** A call by a phone, when five teams are out, and answered within ten minutes. */
async function addCall(page: Page): Promise<void> {
  await button(page, '状況付与を加える').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('だれへ').selectOption('phone:survivor')
  await dialog.getByRole('textbox', { name: '見出し' }).fill('もう一度かける')
  await dialog.getByRole('textbox', { name: '起きたこと' }).fill('まだ来ないと電話してください。')
  await dialog.getByRole('textbox', { name: '電話や窓口で言う言葉' }).fill('いつ来てもらえますか。')
  await dialog.getByRole('textbox', { name: '答えるまでの時間' }).fill('10')
  await dialog.getByRole('radio', { name: '条件がそろったら' }).check()
  await dialog.getByRole('button', { name: /加える/ }).click()
  await dialog.getByText('数字で入れてください。').waitFor()
  await dialog.getByRole('textbox', { name: '何班から' }).fill('５')
  await expect.poll(() => dialog.getByText('数字で入れてください。').count()).toBe(0)
  await shoot(page, 'editor-form')
  await dialog.getByRole('button', { name: /加える/ }).click()
  await page.getByText('「もう一度かける」を加えました').waitFor()
}

test('a bank scenario gets an inject, is moved through, taken back, saved under its own name, and played', async () => {
  const { room, desk, fileOf } = await centerWithRoom()
  const page = await desk()
  await openEditor(page, /熱中症|暑/)
  await addCall(page)
  await page.getByText('5班が出ているとき').waitFor()
  const mark = page.getByRole('slider', { name: '列で座りこむ人' })
  const shown = () => mark.getAttribute('aria-valuetext')
  await mark.press('ArrowRight')
  await page.getByText('「列で座りこむ人」を 08:55 にしました').waitFor()
  await button(page, '「列で座りこむ人」を5分遅くする').click()
  await expect.poll(shown).toBe('09:00')
  await mark.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(shown).toBe('08:55')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => page.getByText('5班が出ているとき').count()).toBe(0)
  await page.keyboard.press('Control+y')
  await button(page, /^やり直す/).click()
  await expect.poll(shown).toBe('08:55')
  await page.getByText('5班が出ているとき').waitFor()
  await expectAccessible(page)
  await shoot(page, 'editor')
  await button(page, /^名前をつけて保存/).click()
  await saveAs(page, 'our-heat', 'うちの暑い日')
  await page.getByText('「うちの暑い日」を保存しました').waitFor()
  expect(injectIn(fileOf('our-heat'), 'もう一度かける')).toMatchObject({
    to: { phone: 'survivor' },
    when: { that: 'teamsOut', atLeast: 5 },
    script: 'いつ来てもらえますか。',
    answerWithin: 10,
  })
  expect(injectIn(fileOf('our-heat'), '列で座りこむ人')).toMatchObject({ at: '08:55' })
  const comments = (text: string) => text.split('\n').filter((line) => line.startsWith('#'))
  expect(comments(fileOf('our-heat'))).toEqual(comments(bankText('heat-day') ?? ''))
  await button(page, '訓練の一覧へ戻る').click()
  await page.getByRole('radio', { name: /うちの暑い日/ }).check()
  await button(page, '訓練をはじめる').click()
  await page.getByRole('heading', { name: '訓練「うちの暑い日」が動いています' }).waitFor({ timeout: 120_000 })
  expect(room.running()).toMatchObject({ scenarioName: 'our-heat' })
  await room.end('erase')
})

test('what another desk saved meanwhile is not written over: it is read, or the own work gets another name', async () => {
  const { room, desk, fileOf } = await centerWithRoom()
  await room.save((bankText('heat-day') ?? '').replace('name: heat-day', 'name: ours'), null)
  const [one, other] = [await desk(), await desk()]
  for (const page of [one, other]) await openEditor(page, /この協議会のもの/)
  await button(one, '取り除く 列で座りこむ人').click()
  await one.getByText('「列で座りこむ人」を取り除きました').waitFor()
  await one.keyboard.press('Control+s')
  await one.getByText(/を保存しました/).waitFor()
  const mark = other.getByRole('slider', { name: '列で座りこむ人' })
  await mark.press('ArrowLeft')
  await other.getByText('「列で座りこむ人」を 08:45 にしました').waitFor()
  await button(other, /^保存する/).click()
  await other.getByText(/別の画面で保存されています。上書きはしていません。/).waitFor()
  expect(injectIn(fileOf('ours'), '列で座りこむ人')).toBeUndefined()
  await expectAccessible(other)
  await shoot(other, 'editor-conflict')
  await other.locator('.notice').getByRole('button', { name: '別の名前で保存' }).click()
  await saveAs(other, 'ours-2', 'わたしの版')
  await other.getByText('「わたしの版」を保存しました').waitFor()
  expect(injectIn(fileOf('ours-2'), '列で座りこむ人')).toMatchObject({ at: '08:45' })
  // A third one wants what lies there, and still has what was done here.
  await button(one, '「途中で帰られた家から」を5分遅くする').click()
  await one.getByText('「途中で帰られた家から」を 12:25 にしました').waitFor()
  const third = fileOf('ours-2').replace('name: ours-2', 'name: ours').replace('わたしの版', '三人目の版')
  await room.save(third, (await room.read('ours'))?.version ?? null)
  await button(one, /^保存する/).click()
  await button(one, '保存されているほうを読む').click()
  await one.getByRole('heading', { name: /三人目の版/ }).waitFor()
  await one.getByRole('slider', { name: '列で座りこむ人' }).waitFor()
  await button(one, /^元に戻す/).click()
  await expect.poll(() => one.getByRole('slider', { name: '列で座りこむ人' }).count()).toBe(0)
})

test('an edit that cannot be is refused beside its field, and the text says the line of what is to be mended', async () => {
  const { desk } = await centerWithRoom()
  const page = await desk()
  await openEditor(page, /暑/)
  await button(page, '直す 列で座りこむ人').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '時刻' }).fill('23:30')
  await dialog.getByRole('button', { name: /この内容にする/ }).click()
  await dialog.getByText(/\d+行目: 「23:30」は訓練の時間/).waitFor()
  await expectAccessible(page)
  await dialog.getByRole('textbox', { name: '時刻' }).fill('9:20')
  await dialog.getByRole('button', { name: /この内容にする/ }).click()
  await expect
    .poll(() => page.getByRole('slider', { name: '列で座りこむ人' }).getAttribute('aria-valuetext'))
    .toBe('09:20')
  await page.locator('summary', { hasText: 'ファイル全体を文字で直す' }).click()
  const area = page.getByRole('textbox', { name: 'ファイル全体を文字で直す' })
  const text = await area.inputValue()
  await area.fill(text.replace('at: 09:20', 'at: 29:20'))
  const line = text.split('\n').indexOf('    at: 09:20') + 1
  await page.locator('.inject-row').getByText(`${line}行目: 時刻は`).waitFor()
  await button(page, `${line}行目を見る`).click()
  const selected = () =>
    area.evaluate((element: HTMLTextAreaElement) => element.value.slice(element.selectionStart, element.selectionEnd))
  expect(await selected()).toBe('    at: 29:20')
  await shoot(page, 'editor-problems')
  expect(await button(page, /^名前をつけて保存/).getAttribute('aria-disabled')).toBe('true')
  // What is typed is taken back by the field; the key of the page is not heard in it.
  await area.press('Control+z')
  await page.getByText('このまま始められます。').waitFor()
  expect(await page.getByText('1つ前に戻しました').count()).toBe(0)
  await area.press('Control+y')
  await page.locator('.inject-row').getByText(`${line}行目: 時刻は`).waitFor()
  await button(page, /^元に戻す/).click()
  await page.getByText('このまま始められます。').waitFor()
  await page.getByText('1つ前に戻しました').waitFor()
})

test('unsaved work outlives a reload, is warned of on leaving, and a file goes out and comes in', async () => {
  const { desk, folder } = await centerWithRoom()
  const page = await desk()
  await openEditor(page, /暑/)
  await button(page, '取り除く 水とちらし').click()
  await page.getByText('保存していない直しがあります').waitFor()
  let warned = 0
  page.on('dialog', async (dialog) => {
    if (dialog.type() === 'beforeunload') warned++
    await dialog.accept()
  })
  await page.reload()
  expect(warned).toBe(1)
  await button(page, '訓練').click()
  await page.getByText('この端末に残っていた、保存していない直しをひらきました。').waitFor()
  expect(await button(page, '取り除く 水とちらし').count()).toBe(0)
  const downloading = page.waitForEvent('download')
  await button(page, 'ファイルに書き出す').click()
  const file = join(folder, 'out.yaml')
  await (await downloading).saveAs(file)
  expect(injectIn(readFileSync(file, 'utf8'), '水とちらし')).toBeUndefined()
  await button(page, '訓練の一覧へ戻る').click()
  await shoot(page, 'editor-leaving')
  await button(page, '直しを捨てて戻る').click()
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: よその区の訓練'))
  await page.getByLabel('シナリオのファイルを読む').setInputFiles(file)
  await page.getByRole('heading', { name: /よその区の訓練/ }).waitFor()
  await button(page, '訓練の一覧へ戻る').click()
  await button(page, '残して戻る').click()
  await button(page, /読んだファイルの直しを続ける/).click()
  await page.getByRole('heading', { name: /よその区の訓練/ }).waitFor()
  await button(page, /^名前をつけて保存/).click()
  await saveAs(page, 'from-elsewhere', 'よその区の訓練')
  await page.getByText('「よその区の訓練」を保存しました').waitFor()
})
