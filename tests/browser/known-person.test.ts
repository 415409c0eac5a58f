import { expect, test } from 'vitest'
import { registrationCode } from '#shared/core/check-digit.ts'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { registrationForm } from '#tests/support/given-roster.ts'
import { servedCenter } from '#tests/support/served.ts'

/** Emi at the reception desk; Suzuki is on the roster and stands in front of her. */
async function receptionDesk() {
  const made = await servedCenter()
  const staffId = crypto.randomUUID()
  await made.lead.send('access.addStaff', { staffId, name: '恵美', pin: '111111', deskNames: ['reception'] })
  const suzuki = registrationForm({
    person: { name: '鈴木 一郎', nameKana: 'すずき いちろう' },
    contact: { phone: '09011112222' },
  })
  await made.emi.send('roster.registerPerson', suzuki)
  const { page, context } = await newDevice('desk')
  const data = { name: '恵美', pin: '111111', device: 'test' }
  await context.request.post(`${made.address}/api/session`, { data, headers: { origin: made.address } })
  await page.goto(`${made.address}/desk`)
  await page.waitForSelector('.reception-panel')
  const desk = await made.device(made.emi)
  return { ...made, page, context, desk, suzuki }
}

test.each([
  ['kana', 'すずき'],
  ['the QR of the registration', registrationCode('person', 1)],
])('somebody of the roster, found by %s, is checked in with three keys', async (_, words) => {
  const { page, context, desk, suzuki } = await receptionDesk()
  const keys: string[] = []
  const press = async (key: string) => {
    keys.push(key)
    await page.keyboard.press(key)
  }
  await page.fill('.reception-list .search-input', words)
  await press('Enter')
  const inHand = () => page.evaluate(() => document.querySelector('button:focus')?.textContent ?? '')
  await expect.poll(inHand).toContain('3つとも確かめた')
  await press('Enter')
  await expect.poll(inHand).toContain('受付する')
  await press('Enter')
  await expect.poll(() => desk.store.all('attendance')[0]?.status).toBe('waiting')
  expect(keys).toHaveLength(3)
  expect(desk.store.all('attendance')[0]).toMatchObject({ personId: suzuki.personId, cameBefore: true, number: 1 })
  await page.getByText('1番で受付しました').waitFor()
  expect(await page.evaluate(() => document.activeElement?.classList.contains('search-input'))).toBe(true)
  await expectAccessible(page)
  await context.close()
})
