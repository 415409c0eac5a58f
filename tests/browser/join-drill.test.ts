import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { expectAccessible, newDevice, phoneAt, RunningClock, shoot } from '#tests/support/browser.ts'
import { receptionForm } from '#tests/support/given.ts'
import { beginDrill, drillIds } from '#tests/support/given-drill.ts'
import { openRealDay } from '#tests/support/real-day.ts'

async function openDrill() {
  const clock = new RunningClock()
  const day = await openRealDay({ 進行: ['lead'] }, { kind: 'drill', clock })
  await beginDrill(day.center, clock.now())
  return { ...day, clock }
}

async function joinAs(page: Page, role: RegExp, name: string): Promise<void> {
  await page.getByRole('button', { name: role }).click()
  await page.getByRole('textbox', { name: 'お名前' }).fill(name)
}

test('a survivor gets a card, is told what happens, answers, and is still there after a reload', async () => {
  const drill = await openDrill()
  const page = await phoneAt(`${drill.address}/drill`)
  await page.getByRole('heading', { name: '役をえらぶ' }).waitFor()
  await page.getByText('暑さ指数 31（危険）').waitFor()
  await expectAccessible(page)
  await shoot(page, 'join-choose')
  await joinAs(page, /被災者/, '洲崎')
  await page.getByRole('button', { name: '加わる' }).click()
  await page.getByText('潮見 よし').waitFor()
  await page.getByText('045-780-0000').waitFor()
  await drill.lead.send('practice.fireInject', { injectId: drillIds.call })
  await page.getByRole('heading', { name: /家の人がいない/ }).waitFor()
  await page.getByRole('textbox', { name: 'したこと' }).fill('出かけたふりをした')
  await page.reload()
  await page.getByText('潮見 よし').waitFor()
  await expectAccessible(page)
  await shoot(page, 'join-survivor')
  await page.getByRole('button', { name: '送る' }).click()
  await page.getByText('送りました: 出かけたふりをした').waitFor()
  await page.getByRole('button', { name: '役をおりる' }).click()
  await page.getByRole('button', { name: '役をおりる' }).click()
  await page.getByRole('heading', { name: '役をえらぶ' }).waitFor()
})

test('who staffs a desk chooses six digits, and sits down with them at the laptop', async () => {
  const drill = await openDrill()
  const page = await phoneAt(`${drill.address}/drill`)
  await joinAs(page, /デスクの係/, '釜利谷')
  await page.getByRole('button', { name: '加わる' }).click()
  await page.getByText('デスクを選んでください。').waitFor()
  await shoot(page, 'join-staff-form')
  await page.getByRole('radio', { name: '受付' }).check()
  await page.getByRole('textbox', { name: /6けた/ }).fill('246810')
  await page.getByRole('button', { name: '加わる' }).click()
  await page.getByText('受付のデスクのパソコンに座ってください').waitFor()
  await shoot(page, 'join-staff')
  const { context } = await newDevice('desk')
  onTestFinished(() => context.close())
  const claim = { name: '釜利谷', pin: '246810', device: 'desk-1' }
  expect((await context.request.post(`${drill.address}/api/session`, { data: claim })).ok()).toBe(true)
})

test('an observer ticks the list of their desk and writes notes, in the language they chose', async () => {
  const drill = await openDrill()
  const page = await phoneAt(`${drill.address}/drill`)
  await joinAs(page, /観察/, '見学')
  await page.getByRole('radio', { name: 'ニーズ' }).check()
  await page.getByRole('button', { name: '加わる' }).click()
  await page.getByRole('button', { name: /こまった 同じ世帯でないか/ }).click()
  await page
    .getByText(/に残しました/)
    .first()
    .waitFor()
  await page.getByRole('textbox', { name: 'メモ' }).fill('声が小さい')
  await page.getByRole('button', { name: '残す' }).click()
  await expect.poll(() => page.getByRole('textbox', { name: 'メモ' }).inputValue()).toBe('')
  await shoot(page, 'join-observer')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Leave the drill' }).waitFor()
  await expectAccessible(page)
  const controller = await drill.desk('進行')
  await controller.getByText('暑さ指数 31（危険）').waitFor()
  await controller.getByRole('button', { name: '訓練', exact: true }).click()
  await controller.getByText('声が小さい').waitFor()
  await controller.getByText('観察 1人').waitFor()
})

test('while devices are put away every page is dark, and what was typed is there afterwards', async () => {
  const drill = await openDrill()
  const form = receptionForm()
  await drill.phone.send('volunteers.checkIn', form)
  const own = await phoneAt(`${drill.address}/me#${form.linkToken}`)
  await own.getByText(form.name).first().waitFor()
  const board = await phoneAt(`${drill.address}/board`)
  const reception = await phoneAt(`${drill.address}/reception`)
  await reception.locator('input[name="name"]').first().fill('書きかけ')
  const joining = await phoneAt(`${drill.address}/drill`)
  await joinAs(joining, /ボランティア役/, '書きかけ')
  const joined = await phoneAt(`${drill.address}/drill`)
  await joinAs(joined, /ボランティア役/, '先に加わった人')
  await joined.getByRole('button', { name: '加わる' }).click()
  await joined.getByText('先に加わった人').first().waitFor()
  await drill.lead.send('practice.startDevicesOff', {})
  for (const page of [own, board, joined]) await page.getByRole('heading', { name: '端末を使わない時間です' }).waitFor()
  await reception.getByText('端末を使わない時間です').waitFor()
  // Who has not joined yet has put nothing away, and still may.
  await joining.getByRole('button', { name: '加わる' }).click()
  await joining.getByRole('heading', { name: '端末を使わない時間です' }).waitFor()
  await shoot(own, 'dark-me')
  await shoot(board, 'dark-board')
  await shoot(reception, 'dark-reception')
  await drill.lead.send('practice.endDevicesOff', {})
  await expect.poll(() => joining.getByRole('heading', { name: '端末を使わない時間です' }).count()).toBe(0)
  await joining.getByText('書きかけ').first().waitFor()
  await expect.poll(() => reception.getByText('端末を使わない時間です').isVisible()).toBe(false)
  expect(await reception.locator('input[name="name"]').first().inputValue()).toBe('書きかけ')
})

test('the poster and the cards are printed in a drill, and nowhere else', async () => {
  const drill = await openDrill()
  const page = await drill.desk('進行')
  for (const [path, words] of [
    ['drill-poster', '訓練に加わる'],
    ['role-cards', '潮見 よし'],
    ['inject-cards', '暑さ指数31'],
  ] as const) {
    await page.goto(`${drill.address}/sheets/${path}`)
    await page.getByText(words).first().waitFor()
    await shoot(page, path)
  }
  const real = await openRealDay({ 進行: ['lead'] })
  const live = await real.desk('進行')
  expect((await live.goto(`${real.address}/sheets/role-cards`))?.status()).toBe(409)
})
