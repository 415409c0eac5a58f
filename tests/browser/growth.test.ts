import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { registrationForm } from '#tests/support/given-roster.ts'
import { openRealDay } from '#tests/support/real-day.ts'

/** The folder for pictures, where somebody wishes to look at them. */
const shots = process.env.SASAE_SHOTS
const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/growth-${name}.png` })
}

const deskNames = (page: Page) => page.getByRole('navigation', { name: 'デスク' }).getByRole('button').allInnerTexts()

/** A small center with its phone reception closed, two volunteers' pages open, and two people at laptops. */
async function openSmallCenter() {
  const day = await openRealDay({ 文子: ['frontDesk'], 統子: ['frontDesk'] }, { profileName: 'small' })
  const phones = [await openPhone(day), await openPhone(day)]
  await day.lead.send('center.setPublicReception', { dayId: day.dayId, open: false })
  expect(await takesPhones(day)).toBe(false)
  return { ...day, phones }
}

/** Whether whoever opens the address of the poster finds the form. */
const takesPhones = async ({ address }: Day) =>
  (await (await fetch(`${address}/reception?language=ja`)).text()).includes('name="nameKana"')

type Day = Awaited<ReturnType<typeof openRealDay>>

async function openPhone({ phone, address }: Day) {
  const form = receptionForm()
  const { answer } = await phone.send('volunteers.checkIn', form)
  const { page, context } = await newDevice('phone')
  onTestFinished(() => context.close())
  await page.goto(`${address}/me#${form.linkToken}`)
  await page.getByText(form.name).first().waitFor()
  return { page, number: String((answer as { number: number }).number) }
}

async function openForm(page: Page): Promise<void> {
  const parts = page.getByRole('navigation', { name: /この画面の部分|デスク/ })
  await parts.getByRole('button', { name: '統括' }).first().click()
  await page.getByRole('tab', { name: '体制' }).click()
}

test('a small center grows with phones open and a call half typed, and shrinks again', async () => {
  const day = await openSmallCenter()
  const [clerk, lead] = [await day.desk('文子'), await day.desk('統子')]
  await clerk.getByRole('navigation', { name: 'この画面の部分' }).getByRole('button', { name: 'ニーズ' }).click()
  await clerk.getByLabel('電話番号').first().fill('0457801150')
  await clerk.getByLabel(/^聞き取り/).fill('床下に泥が入って、')

  await openForm(lead)
  await lead.getByRole('button', { name: 'ふつうの体制に広げる' }).click()
  const dialog = lead.getByRole('dialog', { name: 'ふつうの体制に広げる' })
  await dialog.getByText('新しくできるデスク').waitFor()
  await dialog.getByText('来ている人2人の個人ページ').waitFor()
  await dialog.getByRole('group', { name: '文子' }).getByText('ニーズ', { exact: true }).click()
  await shoot(lead, 'preview')
  await expectAccessible(lead)
  await dialog.getByRole('button', { name: 'ふつうの体制に広げる' }).click()
  await dialog.waitFor({ state: 'detached' })

  // Both laptops have their new desks by themselves; the call goes on where it was.
  await expect.poll(() => deskNames(clerk)).toContain('ニーズ')
  expect(await deskNames(clerk)).not.toContain('窓口')
  await expect.poll(() => deskNames(lead)).toContain('統括')
  expect(await clerk.getByLabel('電話番号').first().inputValue()).toBe('045-780-1150')
  expect(await clerk.getByLabel(/^聞き取り/).inputValue()).toBe('床下に泥が入って、')
  await shoot(clerk, 'call-goes-on')
  await expectAccessible(clerk)
  for (const { page, number } of day.phones)
    expect(await page.getByText(number, { exact: true }).count()).toBeGreaterThan(0)

  expect(await takesPhones(day)).toBe(true)

  // Before the first record it can be taken back; after it, the screen says who made it.
  await lead.getByText('新しい体制で最初の記録ができるまで').waitFor()
  await shoot(lead, 'grown')
  await openPhone(day)
  await lead.getByText(/来場者のスマートフォンが新しい体制で記録をつくったので/).waitFor()
  expect(await lead.getByRole('button', { name: '元に戻す' }).count()).toBe(0)

  await lead.getByRole('button', { name: '小さな体制に戻す' }).click()
  const back = lead.getByRole('dialog', { name: '小さな体制に戻す' })
  await back.getByText('なくなるデスク').waitFor()
  await back.getByRole('button', { name: '小さな体制に戻す' }).click()
  await expect.poll(() => deskNames(clerk)).toEqual(['窓口'])
  expect(await clerk.getByLabel(/^聞き取り/).inputValue()).toBe('床下に泥が入って、')
  for (const { page, number } of day.phones)
    expect(await page.getByText(number, { exact: true }).count()).toBeGreaterThan(0)
})

test('desks are added, merged, split and handed over while people work at them', async () => {
  const day = await openRealDay({ 受子: ['reception'], 需子: ['needs'], 査子: ['survey'], 統子: ['lead'] })
  const [lead, needs, survey] = [await day.desk('統子'), await day.desk('需子'), await day.desk('査子')]
  await openForm(lead)
  await shoot(lead, 'desks')
  await expectAccessible(lead)
  await lead.getByRole('button', { name: '現地調査をまとめる' }).click()
  await lead.getByRole('dialog').getByText('ニーズ', { exact: true }).click()
  await lead.getByRole('dialog').getByRole('button', { name: 'まとめる', exact: true }).click()
  await expect.poll(() => deskNames(survey)).toEqual(['ニーズ・現地調査'])
  await survey.getByRole('navigation', { name: 'この画面の部分' }).waitFor()
  await shoot(survey, 'merged')
  await expectAccessible(survey)

  await lead.getByRole('button', { name: '受付を分ける' }).click()
  await lead.getByLabel('新しいデスクの名前').fill('団体受付')
  await shoot(lead, 'split')
  await lead.getByRole('dialog').getByText('受子', { exact: true }).click()
  await lead.getByRole('button', { name: '2つに分ける' }).click()
  await lead.getByRole('button', { name: '団体受付を引き継ぐ' }).click()
  await lead.getByRole('dialog').getByRole('group', { name: 'だれへ' }).getByText('需子').click()
  await lead.getByLabel('申し送り').fill('バスは10時半に着きます')
  await shoot(lead, 'hand-over')
  await lead.getByRole('dialog').getByRole('button', { name: '引き継ぐ', exact: true }).click()
  await needs.getByText('バスは10時半に着きます').waitFor()
  await expect.poll(() => deskNames(needs)).toEqual(['団体受付', 'ニーズ・現地調査'])
  await shoot(needs, 'handed-over')
  await expectAccessible(needs)
  await needs.getByRole('button', { name: '読みました' }).click()
  await needs.getByText('バスは10時半に着きます').waitFor({ state: 'detached' })
})

test('under the small form people are found in the roster, called, and put to work from one screen', async () => {
  const day = await openRealDay({ 文子: ['frontDesk'] }, { profileName: 'small' })
  await day.lead.send('needs.receiveNeed', needForm({ asked: { tools: ['スコップ'], headcount: 2 } }))
  const people = [
    { said: { areas: ['泥亀'], tools: ['スコップ'] }, person: { name: '近井 守', nameKana: 'ちかい まもる' } },
    {
      said: { areas: ['朝比奈町'] },
      person: { name: '遠山 空', nameKana: 'とおやま そら', vehicle: 'keiTruck' as const },
    },
  ]
  for (const wishes of people)
    await day.lead.send('roster.registerPerson', registrationForm({ ...wishes, isAnother: true }))
  const desk = await day.desk('文子')
  await desk.getByRole('navigation', { name: 'この画面の部分' }).getByRole('button', { name: '人をさがす' }).click()
  await desk.getByRole('button', { name: /N-001/ }).click()
  await desk.getByText('この地区で活動できる').waitFor()
  await shoot(desk, 'find')
  await expectAccessible(desk)
  await desk.getByRole('button', { name: '近井 守さん: 来られる', exact: true }).click()
  await desk.getByRole('button', { name: '遠山 空さん: 電話に出ない' }).click()
  await desk.getByText('来られる人 1人').waitFor()
  await desk.getByText('電話で、体調と保険の加入を確かめました').click()
  await shoot(desk, 'coming')
  await expectAccessible(desk)
  await desk.getByRole('button', { name: '1人を受け付けて、この依頼の班にする' }).click()
  await desk.getByText(/1班ができました/).waitFor()
  await shoot(desk, 'put')
})
