import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from '#tests/support/browser.ts'
import { givenNeed, givenTeam, givenWaiting } from '#tests/support/given-dispatch.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const parts = ['統括', 'ニーズ', '受付', 'マッチング', '帰着', '記録'] as const

/** The folder for pictures of every part, where somebody wishes to look at them. */
const shots = process.env.SASAE_SHOTS

/** A small center in the middle of its day: one team out, one being formed, people waiting, a need that waits. */
async function openSmallDay() {
  const day = await openRealDay({ 文子: ['frontDesk'] }, { profileName: 'small' })
  const { workOrderId } = await givenTeam(day)
  await day.lead.send('dispatch.dispatchTeam', { workOrderId })
  await givenTeam(day, { briefed: false, sheet: false, need: await givenNeed(day, { contact: { townId: 'okawa' } }) })
  await givenNeed(day, { asked: { survey: 'unsure' }, contact: { townId: 'katabuki' } })
  await givenWaiting(day.phone, 4)
  return day
}

async function choosePart(page: Page, number: number): Promise<void> {
  const tab = page
    .getByRole('navigation', { name: 'この画面の部分' })
    .getByRole('button', { name: parts[number - 1] ?? '' })
  await tab.waitFor()
  await page.keyboard.press(`Alt+${number}`)
  await expect.poll(() => tab.getAttribute('aria-current')).toBe('page')
}

/** How far the page reaches beyond the window, to the right and beneath. */
function overflow(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return [scrollWidth - innerWidth, scrollHeight - innerHeight]
  })
}

test('every part of the front desk is reached by a key, stays on the screen, and is accessible', async () => {
  const day = await openSmallDay()
  const page = await day.desk('文子')
  for (const number of [2, 3, 4, 5, 6, 1]) {
    await choosePart(page, number)
    if (shots) await page.screenshot({ path: `${shots}/small-${number}-card.png` })
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect.soft(await overflow(page), parts[number - 1]).toEqual([0, 0])
    await expectAccessible(page)
  }
  await page.keyboard.press('?')
  if (shots) {
    for (const number of [2, 3, 4, 5, 6, 1]) {
      await choosePart(page, number)
      await page.waitForTimeout(400)
      await page.screenshot({ path: `${shots}/small-${number}.png` })
    }
  }
})
