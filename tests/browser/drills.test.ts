import { expect, test } from 'vitest'
import { readScenarioFile } from '#drills/core/read-scenario.ts'
import { expectAccessible, takeBack } from '#tests/support/browser.ts'
import { givenDrillRoom } from '#tests/support/given-drill-room.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const shots = process.env.SASAE_SHOTS

test('the lead starts a drill with one button, shows its address, and says what becomes of its records', async () => {
  const { room, ended } = givenDrillRoom()
  const center = await openRealDay({ 統括: ['lead'] }, { drillRoom: room, day: false })
  const page = await center.desk('統括')
  await page.getByRole('button', { name: '訓練', exact: true }).click()
  await page.getByText('訓練を選ぶと始められます。').waitFor()
  await expectAccessible(page)
  await page.getByRole('radio', { name: /暑い日/ }).check()
  if (shots) await page.screenshot({ path: `${shots}/drills.png` })
  await page.getByRole('button', { name: '訓練をはじめる' }).click()
  await page.getByRole('heading', { name: '訓練「暑い日」が動いています' }).waitFor()
  expect(await page.getByRole('link', { name: 'デスク' }).getAttribute('href')).toBe('http://localhost:8090/desk')
  await page.getByText(/:8090\/drill/).waitFor()
  await page.getByText('デスクに座る人').click()
  await page.getByText('100001').waitFor()
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/drills-running.png` })
  await page.getByRole('button', { name: '名前を消して残す' }).click()
  await page.getByText('（名前は消してあります）').waitFor()
  await page.getByRole('button', { name: 'ひらく 暑い日' }).click()
  await page.getByRole('button', { name: '消す', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '消す' }).click()
  await page.getByText('まだありません。').or(page.getByText('（名前は消してあります）')).waitFor()
  expect(ended).toEqual(['seal', 'erase'])
})

test('while people are at work for real the button says why it cannot be pressed', async () => {
  const { room } = givenDrillRoom()
  const center = await openRealDay({ 統括: ['lead'] }, { drillRoom: room })
  const page = await center.desk('統括')
  await page.getByRole('button', { name: '訓練', exact: true }).click()
  await page.getByText(/活動日が開いています。本番の活動をしているあいだ/).waitFor()
  const start = page.getByRole('button', { name: '訓練をはじめる' })
  expect(await start.getAttribute('aria-disabled')).toBe('true')
})

/** The lead's desk with a scenario of the bank opened for work. */
async function openEditor() {
  const { room, saved } = givenDrillRoom()
  const center = await openRealDay({ 統括: ['lead'] }, { drillRoom: room, day: false })
  const page = await center.desk('統括')
  await page.getByRole('button', { name: '訓練', exact: true }).click()
  await page.getByRole('radio', { name: /暑い日/ }).check()
  await page.getByRole('button', { name: 'シナリオを作る・直す' }).click()
  const mark = page.getByRole('slider', { name: '列で座りこむ人' })
  await mark.waitFor()
  return { page, saved, mark, shown: () => mark.getAttribute('aria-valuetext') }
}

test('an inject is moved on the timeline by keys, by the mouse and by typing its time', async () => {
  const { page, mark, shown } = await openEditor()
  await mark.press('ArrowRight')
  await expect.poll(shown).toBe('08:55')
  const box = await mark.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 8)
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 8, { steps: 4 })
  await page.mouse.up()
  expect(await shown()).not.toBe('08:55')
  const time = page.getByRole('textbox', { name: '「列で座りこむ人」の時刻' })
  await time.fill('9:20')
  await time.press('Enter')
  await expect.poll(shown).toBe('09:20')
})

test('injects are added, removed and taken back, and the scenario is saved under a name of its own', async () => {
  const { page, mark, saved } = await openEditor()
  await mark.press('ArrowRight')
  await page.getByRole('textbox', { name: '時刻', exact: true }).fill('10:15')
  await page.getByRole('textbox', { name: '見出し' }).fill('取材の電話')
  await page.getByRole('button', { name: '加える', exact: true }).click()
  await page.getByRole('slider', { name: '取材の電話' }).waitFor()
  await page.getByRole('button', { name: '取り除く 水とちらし' }).click()
  await takeBack(page, /「水とちらし」を取り除きました/)
  await page.getByRole('button', { name: '取り除く 水とちらし' }).waitFor()
  await page.getByText('このまま始められます。').waitFor()
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/editor.png` })
  await page.getByRole('textbox', { name: /ファイルの名前/ }).fill('our-heat')
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('「暑い日」を保存しました').waitFor()
  const scenario = readScenarioFile(saved[0] ?? '', 'our-heat.yaml')
  expect(scenario.name).toBe('our-heat')
  expect(scenario.injects.find(({ key }) => key === 'not-well')).toMatchObject({ at: '08:55' })
  expect(scenario.injects.at(-1)).toMatchObject({ title: '取材の電話', at: '10:15' })
})
