import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#shared/core/ids.ts'
import { expectAccessible, newDevice, openRealCenter, RunningClock, shoot } from '#tests/support/browser.ts'
import { deskSenders, ids, setUpAndOpen } from '#tests/support/center.ts'
import { givenNeed, givenTeam } from '#tests/support/given-dispatch.ts'
import { heardReport } from '#tests/support/given-reports.ts'

const clock = new RunningClock()
let real: Awaited<ReturnType<typeof openRealCenter>>
let desks: ReturnType<typeof deskSenders>
const teamIds: string[] = []
const orderIds: string[] = []

beforeAll(async () => {
  real = await openRealCenter(clock)
  desks = deskSenders(real.center)
  await setUpAndOpen(real.center)
  for (let index = 0; index < 3; index++) {
    const team = await givenTeam(desks, { size: 2 + index })
    await desks.aiko.send('dispatch.dispatchTeam', { workOrderId: team.workOrderId, checked: [] })
    teamIds.push(team.teamId)
    orderIds.push(team.workOrderId)
  }
  for (const town of ['deiki-1', 'tomioka-higashi-3', 'mutsuura-2'])
    await givenNeed(desks, { contact: { townId: town } })
})

afterAll(() => real.close())

async function signedIn(viewport = { width: 1280, height: 800 }) {
  const { context, page } = await newDevice('desk', { viewport })
  await context.request.post(`${real.address}/api/session`, { data: { name: '佐藤', pin: '123456', device: newId() } })
  await page.goto(`${real.address}/desk`)
  return page
}

test('a team is welcomed, asked, heard and sent home by the keyboard alone', async () => {
  await desks.lead.send('access.assignDesks', { staffId: ids.lead, deskNames: ['return', 'lead', 'affairs'] })
  const page = await signedIn()
  await page.getByRole('button', { name: '帰着', exact: true }).first().click()
  const search = page.getByRole('textbox', { name: /読み取る/ })
  await search.waitFor()
  await page.getByText('活動中の班').waitFor()
  await shoot(page, 'return-list')
  await expectAccessible(page)
  await search.focus()
  await page.keyboard.type('１')
  await page.keyboard.press('Enter')
  await page.getByText('1班のみなさん、おかえりなさい').waitFor()
  await shoot(page, 'return-welcome')
  await page.keyboard.press('Control+Enter')
  await page.getByText('報告より先に').waitFor()
  await page.keyboard.press('3')
  await page.getByRole('textbox', { name: /どんなこと/ }).waitFor()
  await page.keyboard.type('水分をとらずに続け、少し気分が悪い')
  await shoot(page, 'return-incident')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await page.getByText('1件 記録済み').waitFor()
  for (const question of ['けが・事故 なし', 'ヒヤリハット なし']) {
    await page.getByRole('button', { name: question }).focus()
    await page.keyboard.press('Enter')
  }
  await page.getByText('活動依頼書の下半分').waitFor()
  await page.getByRole('radio', { name: /完了/ }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('始めた時刻').focus()
  await page.keyboard.type('９時半')
  await page.getByLabel('終えた時刻').focus()
  await page.keyboard.type('1115')
  await shoot(page, 'return-report')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await page.getByText('おつかれさまでした').waitFor()
  await shoot(page, 'return-leaving')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await page.getByText('全員、退所か待機になりました').waitFor()
  const need = await real.center.read(async (tx) =>
    (await import('#server/needs/needs.ts')).needs.where(tx, { number: 1 }),
  )
  expect(need).toMatchObject([{ status: 'completed' }])
})

test('the everyone-home board names who is overdue, and the day closes only once everyone is home', async () => {
  clock.push(6 * 60)
  const page = await signedIn()
  await page.getByRole('button', { name: '統括', exact: true }).first().click()
  await page.getByText('2班 7人').first().waitFor()
  await page
    .getByText(/分おくれ/)
    .first()
    .waitFor()
  await page.getByText('まだ帰っていない人がいます').first().waitFor()
  await shoot(page, 'home-out')
  await expectAccessible(page)
  for (const index of [1, 2]) {
    await desks.emi.send('reports.receiveTeam', { teamId: teamIds[index] ?? '', missingIds: [] })
    await desks.emi.send(
      'reports.acceptReport',
      heardReport(orderIds[index] ?? '', { outcome: 'toBeContinued', remainingWork: '裏庭' }),
    )
  }
  await page.getByText('活動中の人はいません').waitFor()
  for (const box of await page.locator('.home-item input[type=checkbox]').all()) await box.check()
  for (const field of await page.locator('.home-item input[type=text]').all()) await field.fill('あす朝に')
  await page.getByRole('button', { name: /第1日を終える/ }).click()
  await shoot(page, 'home-closing')
  await page.getByRole('dialog').getByRole('button', { name: '第1日を終える' }).click()
  await page.getByText(/に終えました/).waitFor()
  await shoot(page, 'home-closed')
  await expectAccessible(page)
  await page.getByRole('button', { name: '総務', exact: true }).first().click()
  await page.getByText('第1日を閉じた').waitFor()
  await shoot(page, 'affairs')
  await expectAccessible(page)
  const sheet = await page.context().newPage()
  await sheet.goto(`${real.address}/sheets/day-summary/${ids.day}`)
  await sheet.getByText('日報').first().waitFor()
  const paper = await sheet.pdf({ format: 'A4', preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await shoot(sheet, 'day-summary')
  await expectAccessible(sheet)
  await sheet.goto(`${real.address}/sheets/roll-call`)
  await expectAccessible(sheet)
  await shoot(sheet, 'roll-call')
  const file = await page.context().request.get(`${real.address}/exports/day-summary.csv?day=${ids.day}`)
  expect((await file.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
})

test.each([
  [1920, 1080],
  [1280, 720],
])('the wall board fits a projector of %i × %i', async (width, height) => {
  const { page } = await newDevice('desk', { viewport: { width, height } })
  await page.goto(`${real.address}/board`)
  await page.getByText('残っている依頼').waitFor()
  await page.locator('.map-marker').first().waitFor()
  await shoot(page, `board-${width}`)
  await expectAccessible(page)
  const overflow = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  await expect.poll(overflow).toBeLessThanOrEqual(0)
})
