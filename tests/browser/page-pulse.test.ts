import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { realDay } from '#tests/support/real-day.ts'

let real: Awaited<ReturnType<typeof realDay>>

beforeAll(async () => {
  real = await realDay()
})
afterAll(() => real.close())

test('a page that the server wrote says that its line is gone, and is silent again once it is back', async () => {
  const { page, context } = await newDevice('phone')
  await page.goto(`${real.address}/reservation`)
  const pulse = page.locator('#pulse')
  // From its first beat on the page knows of when it is.
  await page.waitForResponse(/api\/clock$/)
  await context.setOffline(true)
  await pulse.getByText('センターにつながりません').waitFor()
  await pulse.getByText(/^\d+:\d\d の内容$/).waitFor()
  await context.setOffline(false)
  await pulse.waitFor({ state: 'hidden' })
})

test('a page that the server wrote says beforehand, in its language, that the center cannot keep anything', async () => {
  real.center.keeping.say({ reason: 'handedOver' })
  const said = { ja: '記録を保存できません', easy: 'きろくを のこせません', en: 'cannot save anything' }
  // Each waits for its own next beat: side by side, for none is about another.
  const readIn = async ([language, words]: [string, string]) => {
    const { page } = await newDevice('phone')
    await page.goto(`${real.address}/registration?lang=${language}`)
    await page.locator('#pulse').getByText(words).waitFor()
    if (language === 'ja') await expectAccessible(page)
  }
  await Promise.all(Object.entries(said).map(readIn))
  real.center.keeping.say({ reason: null })
  expect(real.center.health.writable).toBe(true)
})
