import { expect, test } from 'vitest'
import { expectAccessible } from '#tests/support/browser.ts'
import { openRealDay } from '#tests/support/real-day.ts'

test('when the laptop has another address than the posters, every desk says so, with the new poster one click away', async () => {
  const day = await openRealDay({ 愛子: ['dispatch'] })
  await day.lead.send('center.recordPosterPrinted', { origin: 'http://192.168.250.9:8080' })
  const page = await day.desk('愛子')
  await page.getByText('サーバーのアドレスが変わりました').waitFor()
  await expectAccessible(page)
  const [poster] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: '新しいポスターを印刷する' }).click(),
  ])
  await poster.getByText('/reception').first().waitFor()
  expect(await poster.locator('body').innerText()).not.toContain('192.168.250.9')
})
