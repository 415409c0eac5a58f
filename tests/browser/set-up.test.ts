import { expect, onTestFinished, test } from 'vitest'
import { retentionNow } from '#server/privacy/retention-tables.ts'
import { expectAccessible, newDevice, openRealCenter } from '#tests/support/browser.ts'
import { setUpAndOpen } from '#tests/support/center.ts'

const shots = process.env.SASAE_SHOTS

test('whoever opens the center reads how long what is kept, and it is what the server then goes by', async () => {
  const real = await openRealCenter()
  onTestFinished(real.close)
  for (const kind of ['desk', 'phone'] as const) {
    const { page, context } = await newDevice(kind)
    onTestFinished(() => context.close())
    await page.goto(`${real.address}/desk`)
    const part = page.locator('#kept-how-long')
    await part.waitFor()
    expect(await part.locator('dd').allTextContents()).toEqual([
      '閉所から 90日',
      '一日を閉じてから 1日',
      '閉所から 12か月',
      '更新が切れた年度の終わりから 6か月',
    ])
    expect(await part.textContent()).toContain('「個人情報」の画面でいつでも変えられます')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    await expectAccessible(page)
    if (shots) await part.screenshot({ path: `${shots}/set-up-${kind}.png` })
  }
  await setUpAndOpen(real.center)
  const rule = { personalDays: 90, dayOnlyDays: 1, accessLogMonths: 12, rosterMonths: 6 }
  expect(await retentionNow(real.center.db)).toMatchObject(rule)
})
