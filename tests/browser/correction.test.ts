import { expect, test } from 'vitest'
import { newDevice, takeBack } from '#tests/support/browser.ts'
import { receptionForm } from '#tests/support/given.ts'
import { servedCenter } from '#tests/support/served.ts'

test('a check-in of the wrong person is given to the right one, and taken back', async () => {
  const made = await servedCenter()
  const wrong = receptionForm({ name: '金沢 花子' })
  await made.phone.send('volunteers.checkIn', wrong)
  const staffId = crypto.randomUUID()
  await made.lead.send('access.addStaff', { staffId, name: '恵美', pin: '111111', deskNames: ['reception'] })
  const { page, context } = await newDevice('desk')
  const data = { name: '恵美', pin: '111111', device: 'test' }
  await context.request.post(`${made.address}/api/session`, { data, headers: { origin: made.address } })
  await page.goto(`${made.address}/desk`)
  const desk = await made.device(made.emi)
  await page.locator('tr', { hasText: '金沢 花子' }).click()
  await page.getByRole('button', { name: '別の人に付け替える' }).click()
  await page.locator('input[type=tel]').fill('09022223333')
  await page.getByRole('textbox', { name: '生年月日' }).fill('1985-05-05')
  await page.getByRole('textbox', { name: 'ふりがな', exact: true }).fill('のうけんだい じろう')
  await page.getByRole('button', { name: '正しい人をさがす' }).click()
  await page.getByRole('textbox', { name: '氏名（はじめての人のとき）' }).fill('能見台 次郎')
  await page.getByRole('button', { name: 'はじめての人として付け替える' }).click()
  await expect.poll(() => desk.store.get('attendance', wrong.attendanceId)?.name).toBe('能見台 次郎')
  expect(desk.store.get('attendance', wrong.attendanceId)?.number).toBe(1)
  await takeBack(page, /付け替え/)
  await expect.poll(() => desk.store.get('attendance', wrong.attendanceId)?.name).toBe('金沢 花子')
  await context.close()
})
