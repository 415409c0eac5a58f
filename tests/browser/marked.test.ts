import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { newDevice, RunningClock } from '#tests/support/browser.ts'
import { receptionForm } from '#tests/support/given.ts'
import { beginDrill } from '#tests/support/given-drill.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const red = 'rgb(192, 0, 24)'

/** What the page draws above everything else: its words and the ground they stand on. */
const strip = (page: Page, of = 'body') =>
  page.evaluate((selector) => {
    const element = document.querySelector(selector)
    const drawn = element ? getComputedStyle(element, '::before') : undefined
    return drawn ? { words: drawn.content.includes('訓練'), ground: drawn.backgroundColor } : undefined
  }, of)

async function expectMarked(page: Page, of?: string): Promise<void> {
  await expect.poll(() => strip(page, of)).toEqual({ words: true, ground: red })
}

test('every screen of a drill says 訓練 in red, and shows the time of the drill', async () => {
  const clock = new RunningClock()
  const drill = await openRealDay({ 進行: ['lead'], 恵美: ['reception'] }, { kind: 'drill', clock })
  await beginDrill(drill.center, clock.now())
  const form = receptionForm()
  await drill.phone.send('volunteers.checkIn', form)

  for (const name of ['進行', '恵美']) {
    const desk = await drill.desk(name)
    const parts = desk.getByRole('navigation', { name: 'この画面の部分' }).getByRole('button')
    for (let index = 0; index < (await parts.count()); index++) {
      await parts.nth(index).click()
      await expectMarked(desk)
      await desk.getByText(/9:3\d/).first().waitFor()
    }
  }

  for (const path of ['/board', '/reception', `/me#${form.linkToken}`, '/drill']) {
    const { page, context } = await newDevice(path === '/board' ? 'desk' : 'phone')
    onTestFinished(() => context.close())
    await page.goto(`${drill.address}${path}`)
    await expectMarked(page)
    await page.getByText(/9:3\d/).first().waitFor()
  }
})

test('a sheet of a drill says so on each of its pages, also where one is cut off and copied alone', async () => {
  const clock = new RunningClock()
  const drill = await openRealDay({ 進行: ['lead'] }, { kind: 'drill', clock })
  await beginDrill(drill.center, clock.now())
  await drill.phone.send('volunteers.checkIn', receptionForm())
  const page = await drill.desk('進行')
  for (const path of [
    'drill-poster',
    'role-cards',
    'inject-cards',
    'poster',
    'name-tags?numbers=1-9',
    'roll-call',
    'blank-forms',
  ]) {
    await page.goto(`${drill.address}/sheets/${path}`)
    await page.emulateMedia({ media: 'print' })
    await expectMarked(page, path.startsWith('name-tags') ? '.name-tag' : '.sheet')
    await page.emulateMedia({ media: 'screen' })
  }
})
