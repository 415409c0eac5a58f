import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, RunningClock } from '#tests/support/browser.ts'
import { beginDrill } from '#tests/support/given-drill.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const shots = process.env.SASAE_SHOTS

/** Chromium writes one page object for each page of paper. */
const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

async function paperOf(page: Page, name: string): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  if (shots) writeFileSync(`${shots}/${name}.pdf`, pdf)
  return pagesIn(pdf)
}

test('whoever is about to darken the desks prints the forms they go on with, each on its own page', async () => {
  const clock = new RunningClock()
  const drill = await openRealDay({ 進行: ['lead'] }, { kind: 'drill', clock })
  await beginDrill(drill.center, clock.now())
  const desk = await drill.desk('進行')
  await desk.getByRole('button', { name: '訓練', exact: true }).click()
  const dark = desk.getByRole('region', { name: '端末を使わない時間' })
  if (shots) await dark.screenshot({ path: `${shots}/devices-off.png` })
  const opened = desk.waitForEvent('popup')
  await dark.getByRole('link', { name: '紙の様式を印刷する' }).click()
  const papers = await opened
  await papers.getByRole('heading', { name: 'ボランティア受付票' }).waitFor()
  await expectAccessible(papers)
  expect(await paperOf(papers, 'drill')).toBe(6)
  await papers.evaluate(() => (document.documentElement.dataset.kind = 'live'))
  expect(await paperOf(papers, 'live')).toBe(6)

  await papers.getByLabel('様式').selectOption('ニーズ受付票')
  await papers.getByLabel('部数').selectOption('3')
  await papers.getByRole('button', { name: '部数を変える' }).click()
  await expect.poll(() => papers.getByRole('heading', { name: 'ニーズ受付票' }).count()).toBe(6)
  await papers.evaluate(() => (window.print = () => (document.title = 'printing')))
  await papers.getByRole('button', { name: '印刷する' }).click()
  await expect.poll(() => papers.title()).toBe('printing')
})
