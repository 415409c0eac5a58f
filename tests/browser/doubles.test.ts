import { expect, test } from 'vitest'
import { expectAccessible, newDevice, takeBack } from '#tests/support/browser.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { servedCenter } from '#tests/support/served.ts'

type Served = Awaited<ReturnType<typeof servedCenter>>

async function sitAt({ lead, address }: Served, name: string, deskName: string) {
  await lead.send('access.addStaff', { staffId: crypto.randomUUID(), name, pin: '111111', deskNames: [deskName] })
  const { page, context } = await newDevice('desk')
  const data = { name, pin: '111111', device: 'test' }
  await context.request.post(`${address}/api/session`, { data, headers: { origin: address } })
  await page.goto(`${address}/desk`)
  return { page, context }
}

test('two needs of one house are merged at the needs desk, and one press makes them two again', async () => {
  const made = await servedCenter()
  const first = needForm({ contact: { addressLine: '9番1号' }, asked: { work: '床下の泥' } })
  const again = needForm({
    household: { name: first.household.name, nameKana: first.household.nameKana },
    contact: {
      addressLine: '9-1',
      requesterPhone: first.contact.requesterPhone,
      relation: 'family',
      requesterName: '娘',
    },
    asked: { work: '家具の運び出し' },
    lookedAt: [first.householdId],
  })
  for (const form of [first, again]) await made.ben.send('needs.receiveNeed', form)
  const { page, context } = await sitAt(made, '勉', 'needs')
  const desk = await made.device(made.ben)
  await page.getByRole('button', { name: '重複さがし' }).click()
  await page.locator('.doubles-card').first().click()
  await page.getByRole('button', { name: '作業内容はこちらを使う: 家具の運び出し' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'まとめる', exact: false }).last().click()
  await expect.poll(() => desk.store.get('need', again.needId)?.status).toBe('merged')
  expect(desk.store.get('need', first.needId)).toMatchObject({ work: '家具の運び出し' })
  await page.getByText('N-002 → N-001').waitFor()
  await page.getByRole('button', { name: 'N-002: 元に戻す' }).click()
  await expect.poll(() => desk.store.get('need', again.needId)?.status).toBe('ready')
  await context.close()
})

test('the number of a merged need opens the other, with both requesters', async () => {
  const made = await servedCenter()
  const [first, again] = [needForm(), needForm({ contact: { requesterName: '能見台 次郎' } })]
  for (const form of [first, again]) await made.ben.send('needs.receiveNeed', form)
  const { page, context } = await sitAt(made, '勉', 'needs')
  const desk = await made.device(made.ben)
  await page.getByRole('button', { name: '重複さがし' }).click()
  await page.getByLabel('1つ目の依頼の番号').fill('1')
  await page.getByLabel('2つ目の依頼の番号').fill('N-002')
  await page.getByRole('button', { name: '並べて見る' }).click()
  await page.getByRole('button', { name: 'まとめる', exact: false }).last().click()
  await expect.poll(() => desk.store.get('need', again.needId)?.status).toBe('merged')
  await page.getByRole('button', { name: 'ニーズ', exact: false }).last().click()
  await page.getByRole('tab', { name: '一覧' }).click()
  await page.locator('.search-input').fill('N-002')
  await page.keyboard.press('Enter')
  await page.getByText('この依頼は N-001 にまとめました。').waitFor()
  await page.getByRole('button', { name: 'N-001 を開く' }).click()
  await page.getByText('能見台 次郎').first().waitFor()
  await expectAccessible(page)
  await context.close()
})

test('別の人です is remembered, and two records of one person are merged at reception', async () => {
  const made = await servedCenter()
  const one = receptionForm({ name: '金沢 花子' })
  const other = receptionForm({ name: '金沢 花子', birthDate: one.birthDate })
  for (const form of [one, other]) await made.phone.send('volunteers.checkIn', form)
  const { page, context } = await sitAt(made, '恵美', 'reception')
  const desk = await made.device(made.emi)
  await page.getByRole('button', { name: '重複さがし' }).click()
  await page.locator('.doubles-card').first().click()
  await page.getByRole('button', { name: '別の人です' }).click()
  await page.getByText('同じかもしれない記録は見つかりません。').waitFor()
  await takeBack(page, /もう出さない/)
  await page.locator('.doubles-card').first().click()
  await page.getByRole('button', { name: 'まとめる', exact: false }).last().click()
  await expect.poll(() => desk.store.get('attendance', other.attendanceId)?.status).toBe('cancelled')
  await takeBack(page, /まとめました/)
  await expect.poll(() => desk.store.get('attendance', other.attendanceId)?.status).toBe('waiting')
  await context.close()
})
