import { expect, test } from 'vitest'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import { openRealDay } from '#tests/support/real-day.ts'

test('a waiting person who is dragged onto a need becomes its team', async () => {
  const day = await openRealDay({ 愛子: ['dispatch'] })
  await givenNeed(day)
  await givenWaiting(day.phone, 2)
  const page = await day.desk('愛子')
  const tokens = page.locator('.people-panel button.token')
  await tokens.nth(1).waitFor()
  await tokens.first().dragTo(page.locator('.need-card').first())
  await page.getByRole('region', { name: '1班' }).waitFor()
  await expect.poll(() => tokens.count()).toBe(1)
})
