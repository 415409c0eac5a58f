import { expect, test } from 'vitest'
import { expectAccessible } from '#tests/support/browser.ts'
import { needForm } from '#tests/support/given.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const story = '夫が入院した。泥を出したい。'
const considerations = '在宅で酸素を使っている'
const shows = /聞き取り・配慮を見る/

test('the needs desk asks for what was said, sees it, and writes it anew; another desk learns where it lies', async () => {
  const day = await openRealDay({ 勉: ['needs'], 愛子: ['survey'] })
  const form = needForm({ household: { considerations }, contact: { story }, asked: { survey: 'needed' } })
  await day.lead.send('needs.receiveNeed', form)
  const page = await day.desk('勉')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('tab', { name: /一覧/ }).click()
  await page.getByText('N-001').first().click()
  await page.getByRole('button', { name: shows }).waitFor()
  expect(await page.getByText(considerations).count()).toBe(0)
  await page.getByRole('button', { name: shows }).click()
  await page.getByText(considerations).waitFor()
  await page.getByText(story).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '書き直す' }).click()
  await page.getByLabel(/^聞き取り/).fill(`${story}犬もいる。`)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: shows }).click()
  await page.getByText('犬もいる。').waitFor()
  await page.getByText(considerations).waitFor()
  // Whoever writes the rest anew without having looked leaves the notes as they are.
  await page.reload()
  await page.getByRole('tab', { name: /一覧/ }).click()
  await page.getByText('N-001').first().click()
  await page.getByRole('button', { name: '書き直す' }).click()
  await page.getByText('見てから書き直せます').waitFor()
  expect(await page.getByLabel(/^聞き取り/).count()).toBe(0)
  const surveys = await day.desk('愛子')
  await surveys.setViewportSize({ width: 1280, height: 800 })
  await surveys.getByRole('button', { name: /N-001/ }).first().click()
  await surveys.getByText('ニーズ受付に聞いてください').waitFor()
  expect(await surveys.getByRole('button', { name: shows }).count()).toBe(0)
})
