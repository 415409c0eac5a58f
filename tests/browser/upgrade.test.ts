import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, newDevice, shoot } from '#tests/support/browser.ts'
import { deskSenders } from '#tests/support/center.ts'
import { receptionForm } from '#tests/support/given.ts'
import { givenTeam } from '#tests/support/given-dispatch.ts'
import { realDay } from '#tests/support/real-day.ts'

let real: Awaited<ReturnType<typeof realDay>>
beforeAll(async () => {
  real = await realDay()
})
afterAll(() => real.close())

/** A leader whose team is outside; the answer is the address of their own page. */
async function leaderOutside(): Promise<string> {
  const desks = deskSenders(real.center)
  const people = [receptionForm(), receptionForm()]
  for (const form of people) await desks.phone.send('volunteers.checkIn', form)
  const { workOrderId } = await givenTeam(desks, { people: people.map(({ attendanceId }) => attendanceId) })
  await desks.lead.send('dispatch.dispatchTeam', { workOrderId, checked: [] })
  return `${real.address}/me#${people[0]?.linkToken}`
}

/** Pages as the version before served them, and its parts gone. */
async function twoUpgradesLater(page: Page): Promise<void> {
  await page.route('**/me', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace(/data-build="\w+"/, 'data-build="older000"'),
    })
  })
  await page.route('**/assets/me-leader-*', (route) => route.fulfill({ status: 404, body: '' }))
}

test('where two upgrades have taken a part of an open page away, the page says so calmly and loads anew when told', async () => {
  const address = await leaderOutside()
  const { page, context } = await newDevice('phone')
  await twoUpgradesLater(page)
  await page.goto(address)
  await page.getByText('新しい版になったため、ここは更新すると使えます').waitFor()
  await expectAccessible(page)
  await shoot(page, 'part-gone')
  await page.unroute('**/me')
  await page.unroute('**/assets/me-leader-*')
  await page.getByRole('button', { name: '入力を残して更新' }).last().click()
  await page.getByRole('heading', { name: '本部に知らせる' }).waitFor()
  expect(await page.getByText('ここは更新すると使えます').count()).toBe(0)
  await context.close()
})

test('while the line is gone a part that is not there yet is waited for, and nobody is told to load the page anew', async () => {
  const address = await leaderOutside()
  const { page, context } = await newDevice('phone')
  await twoUpgradesLater(page)
  const clock = page.waitForRequest('**/api/clock')
  await page.route('**/api/clock', (route) => route.abort())
  await page.goto(address)
  await clock
  await page.locator('.phone-now').waitFor()
  await page.waitForRequest('**/assets/me-leader-*')
  await page.waitForRequest('**/assets/me-leader-*')
  expect(await page.getByText('ここは更新すると使えます').count()).toBe(0)
  await context.close()
})
