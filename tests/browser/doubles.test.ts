import { expect, test } from 'vitest'
import { tagCode } from '#shared/core/check-digit.ts'
import { expectAccessible, newDevice, takeBack } from '#tests/support/browser.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { givenMerge } from '#tests/support/given-doubles.ts'
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
  await page.locator('.part-tabs').getByRole('button', { name: 'ニーズ' }).click()
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

test('the page of a check-in that a merge cancelled becomes that of the one that stands, and back, without a reload', async () => {
  const made = await servedCenter()
  const [one, other] = [receptionForm({ name: '金沢 花子' }), receptionForm({ name: '金沢 花子' })]
  for (const form of [one, other]) await made.phone.send('volunteers.checkIn', form)
  const { page, context } = await newDevice('phone')
  await page.goto(`${made.address}/me#${other.linkToken}`)
  const number = page.locator('.big-number')
  await expect.poll(() => number.textContent()).toBe('2')
  const mergeId = await givenMerge(made.emi, made.center, 'doubles.mergePersons', [one.personId, other.personId])
  await page.getByText('受付番号が 2番から 1番に変わりました。').waitFor()
  expect(await number.textContent()).toBe('1')
  expect(await page.getByText('受付は取り消されました').count()).toBe(0)
  await expectAccessible(page)
  await page.reload()
  await page.getByText('受付番号が 2番から 1番に変わりました。').waitFor()
  expect(await number.textContent()).toBe('1')
  await page.getByRole('button', { name: '閉じる' }).click()
  await page.getByText('お待ちください').first().waitFor()
  await page.reload()
  await expect.poll(() => number.textContent()).toBe('1')
  expect(await page.getByText('に変わりました。').count()).toBe(0)
  await made.emi.send('doubles.unmerge', { mergeId })
  await page.getByText('受付番号が 1番から 2番に変わりました。').waitFor()
  expect(await number.textContent()).toBe('2')
  await context.close()
})

test('a tag of a cancelled number opens the one that stands, at reception, at return and at dispatch', async () => {
  const made = await servedCenter()
  const [one, other] = [receptionForm({ name: '金沢 花子' }), receptionForm({ name: '金沢 花子' })]
  for (const form of [one, other]) await made.phone.send('volunteers.checkIn', form)
  await givenMerge(made.emi, made.center, 'doubles.mergePersons', [one.personId, other.personId])
  const says = '2番は、同じ人の1番'
  const code = tagCode(1, 2)
  const reception = await sitAt(made, '恵美', 'reception')
  await reception.page.locator('.reception-list .search-input').fill(code)
  await reception.page.keyboard.press('Enter')
  await reception.page.locator('.reception-card', { hasText: says }).getByText('1番', { exact: true }).waitFor()
  await expectAccessible(reception.page)
  await reception.context.close()
  const back = await sitAt(made, '花', 'return')
  await back.page.locator('#return-panel .search-input').fill(code)
  await back.page.keyboard.press('Enter')
  await back.page.locator('.return-welcome', { hasText: says }).getByText('1 金沢 花子').waitFor()
  await back.context.close()
  const dispatch = await sitAt(made, '愛子', 'dispatch')
  await dispatch.page.locator('.people-panel .search-input').fill('2')
  await dispatch.page.locator('.people-panel', { hasText: says }).locator('button.token').waitFor()
  expect(await dispatch.page.locator('button.token').count()).toBe(1)
  await dispatch.context.close()
})

test('a merge starts from a need, from its household and from a person at reception: the other is found and laid beside', async () => {
  const made = await servedCenter()
  const [first, again] = [needForm({ contact: { addressLine: '9番1号' } }), needForm({ asked: { work: '畳を出す' } })]
  for (const form of [first, again]) await made.ben.send('needs.receiveNeed', form)
  const { page, context } = await sitAt(made, '勉', 'needs')
  const desk = await made.device(made.ben)
  const openFirst = async () => {
    await page.locator('.part-tabs').getByRole('button', { name: 'ニーズ' }).click()
    await page.getByRole('tab', { name: '一覧' }).click()
    await page.locator('.needs-panel .search-input').fill('N-001')
    await page.keyboard.press('Enter')
  }
  const findSecond = async () => {
    await page.locator('.doubles-panel .search-input').fill('N-002')
    await page.keyboard.press('Enter')
    await page.locator('.doubles-card', { hasText: 'N-002' }).click()
  }
  await openFirst()
  await page.getByRole('button', { name: '同じ世帯の記録がほかにある…' }).click()
  await page.getByText('「N-001の世帯」と同じかもしれない記録').waitFor()
  await findSecond()
  await page.getByRole('table').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '一覧にもどる' }).click()
  await openFirst()
  await page.getByRole('button', { name: '同じ依頼がほかにある…' }).click()
  await findSecond()
  await page.getByRole('button', { name: 'まとめる', exact: false }).last().click()
  await expect.poll(() => desk.store.all('need').filter(({ status }) => status === 'merged').length).toBe(1)
  await page.getByRole('button', { name: 'もう一度さがす' }).waitFor()
  await context.close()
})

test('a merge starts from a person’s own detail, at reception and in the roster, and shows who is like them at once', async () => {
  const made = await servedCenter()
  const one = receptionForm({ name: '金沢 花子' })
  const like = receptionForm({ name: '金沢 花子', birthDate: one.birthDate })
  const unlike = { birthDate: '1971-09-30', phone: '08055554444' }
  const far = receptionForm({ name: '能見台 次郎', nameKana: 'のうけんだい じろう', ...unlike })
  for (const form of [one, like, far]) await made.phone.send('volunteers.checkIn', form)
  const { page, context } = await sitAt(made, '恵美', 'reception')
  await page.locator('tr', { hasText: '能見台 次郎' }).click()
  await page.getByRole('button', { name: '同じ人の記録がほかにある…' }).click()
  await page.getByText('似ている記録は見つかりません。').waitFor()
  await page.locator('.doubles-panel .search-input').fill('1')
  await page.keyboard.press('Enter')
  await page.locator('.doubles-card', { hasText: '1番' }).click()
  await page.getByRole('table').getByText('能見台 次郎').first().waitFor()
  await page.locator('.desk-tab', { hasText: '登録' }).click()
  await page.locator('.roster-panel .search-input').fill('金沢 花子')
  await page.locator('.roster-panel').getByRole('combobox').first().selectOption('everyone')
  await page.locator('.roster-panel tr', { hasText: '金沢 花子' }).first().click()
  await page.getByRole('button', { name: '同じ人の記録がほかにある…' }).click()
  await page.locator('.doubles-card').first().click()
  await page.getByRole('table').waitFor()
  await expectAccessible(page)
  const desk = await made.device(made.emi)
  await page.getByRole('button', { name: 'まとめる', exact: false }).last().click()
  await expect.poll(() => desk.store.all('merge').length).toBe(1)
  await context.close()
})
