import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, takeBack } from '#tests/support/browser.ts'
import { decisionForm, eventForm, issueForm, stockForm } from '#tests/support/given-readiness.ts'
import { openRealDay } from '#tests/support/real-day.ts'

/** The folder for pictures, where somebody wishes to look at them. */
const shots = process.env.SASAE_SHOTS

async function shoot(page: Page, name: string): Promise<void> {
  if (!shots) return
  await page.screenshot({ path: `${shots}/readiness-${name}.png` })
  await page.setViewportSize({ width: 360, height: 780 })
  await page.screenshot({ path: `${shots}/readiness-${name}-360.png` })
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBe(0)
  await page.setViewportSize({ width: 1280, height: 800 })
}

const part = (page: Page) =>
  page.getByRole('navigation', { name: 'この画面の部分' }).getByRole('button', { name: '開設準備' })
const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
/** Whether it can be seen without scrolling: on a phone much stands above the panel. */
function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

/** Where an item stands among those of its own list, counted from 0. */
const placeOf = (page: Page, text: string) =>
  page
    .locator('.set-up-item', { hasText: text })
    .evaluate((element) => [...(element.parentElement?.children ?? [])].indexOf(element))
const item = (page: Page) => page.getByRole('button', { name: /^パソコンを立ち上げ/ })

test('a lead adopts the lists, marks, takes back, settles an open point and declares the center ready', async () => {
  const day = await openRealDay({ 文子: ['lead'], 総一: ['affairs'] })
  const page = await day.desk('文子')
  await part(page).click()
  await page.getByText('準備のリストは、まだありません').waitFor()
  await expectAccessible(page)
  await shoot(page, 'empty')
  await page.getByRole('button', { name: '標準のリストを入れる' }).click()
  await item(page).waitFor()

  // One tap at one desk is seen at the other, with the name.
  const other = await day.desk('総一')
  await part(other).click()
  await item(page).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => item(other).innerText()).toContain('文子')
  await takeBack(page, /済みにしました/)
  await expect.poll(() => item(other).getAttribute('aria-pressed')).toBe('false')
  await item(other).click()
  await expect.poll(() => item(page).innerText()).toContain('総一')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Wi-Fi を用意')

  await page.getByRole('button', { name: '直す・並べ替える' }).click()
  await page.getByRole('button', { name: /^電話を用途で分ける.*: 直す$/ }).click()
  await page.getByLabel('決まったこと').fill('780-0000 ほか5本')
  await shoot(page, 'item')
  await page.keyboard.press('Control+Enter')
  await page.getByText('780-0000 ほか5本').waitFor()
  await shoot(page, 'editing')
  // What the printed list says was done before the screens were there.
  await page.getByRole('button', { name: /^Wi-Fi を用意.*: 済んだ時刻を入れる$/ }).click()
  await page.getByText('日と時刻を入れてください（例 9:30）').waitFor()
  await page.getByRole('textbox', { name: /済んだ時刻/ }).fill('8時15分')
  await shoot(page, 'done-at')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /^Wi-Fi を用意.*08:15 文子/, pressed: true }).waitFor()
  await page.getByRole('button', { name: '直す・並べ替える' }).click()
  await expectAccessible(page)

  await page.getByRole('button', { name: '受け入れ準備よし' }).click()
  await page.locator('.set-up-figure', { hasText: '開設まで' }).waitFor()
  await shoot(page, 'lists')
}, 90_000)

test('a decision is recorded, a scanned label opens its thing, and one tap says that it is there', async () => {
  const day = await openRealDay({ 文子: ['frontDesk'] }, { profileName: 'small' })
  await day.lead.send('readiness.recordDecision', decisionForm())
  await day.lead.send('readiness.writeStock', stockForm())
  await day.lead.send(
    'readiness.writeStock',
    stockForm({ name: '飲み水 2L', expiresOn: '2026-11-01', owner: 'donated' }),
  )
  await day.lead.send('readiness.addIssue', issueForm({ until: '2026-11-20' }))
  await day.lead.send('readiness.planEvent', eventForm())
  const page = await day.desk('文子')

  await page.goto(`${day.address}/desk#stock-2`)
  await page.getByRole('heading', { name: /B-002/ }).waitFor()
  expect(new URL(page.url()).hash).toBe('')
  await page.getByText('期限切れ').first().waitFor()
  await shoot(page, 'stock')
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto(`${day.address}/desk#stock-1`)
  await expect.poll(() => page.getByRole('button', { name: /^あり・数よし/ }).evaluate(isInSight)).toBe(true)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expectAccessible(page)
  const search = page.getByLabel('ラベルの番号か品名')
  await search.fill('B-001')
  await search.press('Enter')
  await page.getByRole('heading', { name: /B-001/ }).waitFor()
  await page.getByRole('button', { name: /^あり・数よし/ }).click()
  await page.locator('.set-up-stock-page', { hasText: '文子（あり・数よし）' }).waitFor()

  await tab(page, '開設の判断')
  await page.getByRole('button', { name: /^判断を記録する/ }).click()
  await page.getByLabel('求めた人・機関').fill('区災害対策本部')
  await page.getByText('センターを開設する').click()
  await page.getByLabel('判断した時刻').fill('25時')
  await page.getByText('時刻の書き方を確かめてください').waitFor()
  await page.getByLabel('判断した時刻').fill('')
  await shoot(page, 'decision')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => page.locator('.set-up-decision-card').count()).toBe(2)
  await shoot(page, 'decisions')

  await tab(page, '予定')
  await page.getByText('立ち上げ訓練').first().waitFor()
  await shoot(page, 'calendar')
  await tab(page, '課題')
  await page.getByText('期限を過ぎています').waitFor()
  await shoot(page, 'issues')
  await expectAccessible(page)
  await tab(page, 'チェックリスト')
  await page.getByRole('heading', { name: /^前からの課題/ }).waitFor()
}, 90_000)

test('a label that somebody scans who has no set-up room says whose desk has it', async () => {
  const day = await openRealDay({ 大吾: ['dispatch'] })
  await day.lead.send('readiness.writeStock', stockForm())
  const page = await day.desk('大吾')
  await page.goto(`${day.address}/desk#stock-1`)
  await page.getByText('「開設準備」は、あなたのデスクにはありません。統括・総務のデスクで見られます。').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '閉じる' }).click()
  await page.getByText('あなたのデスクにはありません').waitFor({ state: 'detached' })
}, 60_000)

test('a round through the set-up room takes no mouse', async () => {
  const day = await openRealDay({ 文子: ['lead'] })
  await day.lead.send('readiness.adoptLists', {})
  await day.lead.send('readiness.writeStock', stockForm())
  const page = await day.desk('文子')
  const { keyboard } = page
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await part(page).press('Enter')
  await item(page).press('Space')
  await expect.poll(() => item(page).getAttribute('aria-pressed')).toBe('true')
  await page.getByRole('button', { name: '直す・並べ替える' }).press('Enter')
  // What was moved keeps the hands, and moves on.
  const down = page.getByRole('button', { name: /^パソコンを立ち上げ.*: 下へ$/ })
  await down.press('Enter')
  await expect.poll(() => placeOf(page, 'パソコンを立ち上げ')).toBe(1)
  await expect.poll(() => down.evaluate((element) => element === document.activeElement)).toBe(true)
  await keyboard.press('Enter')
  await expect.poll(() => placeOf(page, 'パソコンを立ち上げ')).toBe(2)
  expect(await down.evaluate((element) => element === document.activeElement)).toBe(true)

  await page.getByRole('tab', { name: /^チェックリスト/ }).focus()
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await expect.poll(focused).toContain('備品')
  await keyboard.press('/')
  await keyboard.type('B-001')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: /B-001/ }).waitFor()
  await page.getByRole('tab', { name: /^備品/ }).focus()
  await keyboard.press('y')
  await page.locator('.set-up-stock-page', { hasText: '文子（あり・数よし）' }).waitFor()
  await keyboard.press('End')
  await keyboard.press('n')
  await page.getByRole('dialog').waitFor()
  await keyboard.type('受付の列が分かれていない')
  await keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const issue = page.getByRole('button', { name: '受付の列が分かれていない', exact: true })
  await issue.press('Space')
  await takeBack(page, /課題を済みにしました/)
  await expect.poll(() => issue.getAttribute('aria-pressed')).toBe('false')
}, 90_000)

test('its papers print', async () => {
  const day = await openRealDay({ 文子: ['lead'] })
  await day.lead.send('readiness.adoptLists', { doneKeys: ['lines-power'] })
  for (let made = 0; made < 30; made++)
    await day.lead.send('readiness.writeStock', stockForm({ name: `備品その${made}` }))
  await day.lead.send('readiness.recordDecision', decisionForm())
  const page = await day.desk('文子')
  for (const name of ['set-up-lists', 'opening-decisions', 'stock', 'stock-labels']) {
    await page.goto(`${day.address}/sheets/${name}`)
    await page.locator('.sheet').first().waitFor()
    if (shots) await page.screenshot({ path: `${shots}/readiness-paper-${name}.png`, fullPage: true })
  }
  expect(await page.locator('.stock-label').count()).toBe(30)
  expect(await page.locator('.sheet').count()).toBe(2)
}, 60_000)
