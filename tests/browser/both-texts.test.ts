import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { ids } from '#tests/support/center.ts'
import { needForm } from '#tests/support/given.ts'
import { givenNeed, givenTeam } from '#tests/support/given-dispatch.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const newest = Number.MAX_SAFE_INTEGER

test('a day saved while another lead changes it is refused once, with both texts, and then as one has read them', async () => {
  const day = await openRealDay({})
  const page = await day.desk('佐藤')
  await page.locator('#capacity').fill('150')
  const hours = { receptionOpensAt: '09:00', receptionClosesAt: '11:30', returnBy: '15:00' }
  await day.lead.send('center.changeDay', { dayId: ids.day, ...hours, capacity: 120, basedOnSeq: newest })
  const theirs = page.getByRole('region', { name: '受付のおわり' })
  await theirs.getByText('11:30').waitFor()
  const save = page.getByRole('button', { name: '変更を保存する' })
  await save.click()
  await page.getByText(/佐藤さんが変えました。両方を見てから/).waitFor()
  await theirs.getByRole('button').click()
  await save.click()
  await page.getByText('保存しました。').waitFor()
  const [now] = await day.center.db
    .selectFrom('day' as never)
    .selectAll()
    .execute()
  expect(now).toMatchObject({ capacity: 150, reception_closes_at: '11:30' })
})

const refused = (page: Page) =>
  page.waitForResponse((one) => one.url().endsWith('/api/commands') && one.status() === 409)

test('a third change of the day, made while both texts are read, is shown as well and not written over', async () => {
  const day = await openRealDay({})
  const page = await day.desk('佐藤')
  await page.locator('#capacity').fill('150')
  const hours = { receptionOpensAt: '09:00', receptionClosesAt: '11:30', capacity: 100 }
  const change = (returnBy: string) =>
    day.lead.send('center.changeDay', { dayId: ids.day, ...hours, returnBy, basedOnSeq: newest })
  const theirs = page.getByRole('region', { name: '帰着の期限' })
  const save = page.getByRole('button', { name: '変更を保存する' })
  await change('14:30')
  await theirs.getByText('14:30').waitFor()
  await Promise.all([refused(page), save.click()])
  await change('14:00')
  await theirs.getByText('14:00').waitFor()
  await Promise.all([refused(page), save.click()])
  await save.click()
  await page.getByText('保存しました。').waitFor()
})

test('a third word on how long data is kept is refused once more too', async () => {
  const day = await openRealDay({})
  const page = await day.desk('佐藤')
  await page.locator('.part-tabs').getByRole('button', { name: '個人情報' }).click()
  const days = page.getByLabel('活動した人・依頼した人の情報：閉所から')
  await days.fill('40')
  const times = { dayOnlyDays: 7, accessLogMonths: 12, rosterMonths: 12 }
  const change = (personalDays: number) =>
    day.lead.send('privacy.setRetention', { ...times, personalDays, basedOnSeq: newest })
  const save = page.getByRole('button', { name: '期間を保存' })
  await change(50)
  await Promise.all([refused(page), save.click()])
  const theirs = page.getByRole('region', { name: /^活動した人/ })
  await theirs.getByText('50').waitFor()
  await change(60)
  await theirs.getByText('60').waitFor()
  await Promise.all([refused(page), save.click()])
  const [answer] = await Promise.all([page.waitForResponse((one) => one.url().endsWith('/api/commands')), save.click()])
  expect(answer.status()).toBe(200)
})

test('a second sheet for a team is laid beside the first, and a third is read as well before it is replaced', async () => {
  const day = await openRealDay({ 愛子: ['dispatch'] })
  const { teamId } = await givenTeam(day, { sheet: false })
  const page = await day.desk('愛子')
  await page.getByRole('button', { name: /N-001/ }).first().click()
  await page.locator('[name^="reason-"]').first().fill('道がせまいので3人')
  const sheets = [newId(), newId()]
  const issue = (place: number, reasonForTeam: string) =>
    day.lead.send('dispatch.issueWorkOrder', {
      workOrderId: sheets[place] ?? '',
      teamId,
      reasonForTeam,
      basedOnId: sheets[place - 1] ?? null,
    })
  // Another desk prints while this one's press is on its way.
  await page.route(
    '**/api/commands',
    async (route) => {
      await issue(0, '経験者が要るので')
      await route.continue()
    },
    { times: 1 },
  )
  await Promise.all([refused(page), page.keyboard.press('F8')])
  const theirs = page.getByRole('region', { name: /^特記事項/ })
  await theirs.getByText('経験者が要るので').waitFor()
  await issue(1, '車が要るので')
  await theirs.getByText('車が要るので').waitFor()
  const again = page.getByRole('button', { name: '依頼書を出し直す' })
  await Promise.all([refused(page), again.click()])
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.url().endsWith('/api/commands')),
    again.click(),
  ])
  expect(answer.status()).toBe(200)
})

/** Ctrl+Enter until it is answered so: a form that is still busy with the answer before does not hear it. */
const answered = (page: Page, status: number) =>
  vi.waitFor(
    async () => {
      const answer = page.waitForResponse((one) => one.url().endsWith('/api/commands'), { timeout: 3000 })
      const [one] = await Promise.all([answer, page.keyboard.press('Control+Enter')])
      expect(one.status()).toBe(status)
    },
    { timeout: 20_000 },
  )

test('what a survey found is not written over a third change of the need either', async () => {
  const day = await openRealDay({ 勉: ['survey'] })
  const need = await givenNeed(day, { asked: { survey: 'needed' } })
  const page = await day.desk('勉')
  await page.getByText('N-001').first().click()
  await page
    .getByRole('radio', { name: /入れる|はい/ })
    .first()
    .check({ force: true })
  const { contact, household } = needForm()
  const home = household ?? { name: '', nameKana: '', addressWithheld: false, phone: '', considerations: '' }
  const change = (basedOnVersion: number, headcount: number) => {
    const { channel: _, survey: __, ...asked } = needForm({ asked: { headcount } }).asked
    return day.lead.send('needs.changeNeed', { needId: need.id, basedOnVersion, asked, contact, household: home })
  }
  const theirs = page.getByRole('region', { name: '何人必要か' })
  await change(need.version, 7)
  await answered(page, 409)
  await theirs.getByText('7', { exact: true }).waitFor()
  await change(need.version + 1, 8)
  await theirs.getByText('8', { exact: true }).waitFor()
  await answered(page, 409)
  await answered(page, 200)
})

test('whoever is second with the sheet of a need is led from its end to the reason at its head', async () => {
  const day = await openRealDay({ 勉: ['needs'] })
  const need = await givenNeed(day)
  const page = await day.desk('勉')
  await page.getByRole('tab', { name: /一覧/ }).click()
  await page.getByText('N-001').click()
  await page.getByRole('button', { name: '書き直す' }).first().click()
  await page.locator('textarea').first().fill('二階の片付けも')
  const { channel: _, survey: __, ...asked } = needForm({ asked: { work: '庭の泥を出す' } }).asked
  const { contact, household } = needForm()
  const home = household ?? { name: '', nameKana: '', addressWithheld: false, phone: '', considerations: '' }
  await day.lead.send('needs.changeNeed', {
    needId: need.id,
    basedOnVersion: need.version,
    asked,
    contact,
    household: home,
  })
  await page.getByRole('button', { name: /^保存する/ }).click()
  const reason = page.getByText(/N-001は.+佐藤さんが書き換えました/)
  await reason.waitFor()
  await expect.poll(() => reason.evaluate((at) => at.getBoundingClientRect().top)).toBeGreaterThan(0)
  await expect.poll(() => reason.evaluate((at) => at.getBoundingClientRect().bottom)).toBeLessThan(800)
})
