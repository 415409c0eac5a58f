import { expect, test } from 'vitest'
import { registrationCode } from '#shared/core/check-digit.ts'
import { reservationCode } from '#shared/reservations/reservation-code.ts'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { caps, reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
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

/** Suzuki, a stranger and a group of students have reserved for today. */
async function reservedDesk() {
  const made = await receptionDesk()
  const opened = reservationDayForm({ date: '2026-11-23', caps: caps(50) })
  await made.lead.send('reservations.openReservations', opened)
  const { name, nameKana } = made.suzuki.person
  const { phone, birthDate } = made.suzuki.contact
  const people = [
    { name, nameKana, phone, birthDate },
    { name: '能見台 次郎', nameKana: 'のうけんだい じろう', phone: '09033334444' },
    { name: '並木 三郎', nameKana: 'なみき さぶろう', kind: 'group', groupName: '関東学院', headcount: 12 },
  ] as const
  for (const one of people) {
    const { ownToken: _, ...form } = reservationForm(opened.reservationDayId, one)
    await made.lead.send('reservations.reserveByStaff', form)
  }
  return made
}

test.each([
  ['scanned from the page of the reservation', reservationCode('2026-11-23', 1)],
  ['the phone', '090-1111-2222'],
  ['kana', 'すずき'],
])('somebody who reserved, found by %s, is checked in with three keys and is 来所', async (_, words) => {
  const { page, context, desk, suzuki } = await reservedDesk()
  await page.fill('.reception-list .search-input', words)
  await page.keyboard.press('Enter')
  const inHand = () => page.evaluate(() => document.querySelector('button:focus')?.textContent ?? '')
  await expect.poll(inHand).toContain('3つとも確かめた')
  await page.locator('.reception-arrival').getByText('予約1番').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect.poll(inHand).toContain('受付する')
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.store.all('attendance')[0]?.status).toBe('waiting')
  expect(desk.store.all('attendance')[0]).toMatchObject({ personId: suzuki.personId, number: 1 })
  await page.getByRole('button', { name: '活動予約' }).click()
  await page.locator('tr', { hasText: '鈴木 一郎' }).getByText('来所済み').waitFor()
  await context.close()
})

test('who reserved and is not known is typed in from the reservation; a group is led to its own 受付', async () => {
  const { page, context, desk } = await reservedDesk()
  await page.fill('.reception-list .search-input', 'のうけんだい')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('#desk-name').inputValue()).toBe('能見台 次郎')
  expect(await page.locator('#desk-phone').inputValue()).toBe('090-3333-4444')
  const form = page.locator('.reception-side form')
  await page.fill('#desk-emergencyName', '能見台 花子')
  await page.fill('#desk-emergencyPhone', '09055556666')
  await form.getByText('天災・地震補償プラン').click()
  await form.getByText('良好').click()
  await page.locator('#desk-consent').check()
  await form.getByRole('button', { name: '受付する' }).click()
  await expect.poll(() => desk.store.all('attendance')[0]?.name).toBe('能見台 次郎')
  await page.fill('.reception-list .search-input', '関東')
  await page.locator('.reception-list .search-input').press('Enter')
  await page.locator('.groups-panel').getByText('関東学院 の予約・登録から入れました').waitFor()
  await page.getByRole('button', { name: '活動予約' }).click()
  await page.locator('tr', { hasText: '能見台 次郎' }).getByText('来所済み').waitFor()
  await context.close()
})
