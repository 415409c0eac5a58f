import { expect, test } from 'vitest'
import { expectAccessible, RunningClock, takeBack } from '#tests/support/browser.ts'
import { beginDrill, ringingCall } from '#tests/support/given-drill.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const shots = process.env.SASAE_SHOTS

/** A drill with its controller and one desk; the clock stands on 9:30 and goes on with the wall. */
async function openDrill(people: Record<string, string[]> = { 進行: ['lead'], 勉: ['needs'] }) {
  const clock = new RunningClock()
  const day = await openRealDay(people, { kind: 'drill', clock })
  const runner = await beginDrill(day.center, clock.now(), [ringingCall])
  return { ...day, runner, clock }
}

test('the controller gives, puts off, leaves out and takes back; the desk rings until it has answered', async () => {
  const drill = await openDrill()
  const needs = await drill.desk('勉')
  const page = await drill.desk('進行')
  await page.getByRole('button', { name: '訓練', exact: true }).click()
  await page.getByRole('heading', { name: '電話: 床下の泥' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '出さない 電話: 床下の泥' }).click()
  await takeBack(page, /出さないことにしました/)
  await page.getByRole('button', { name: '10分おくらせる 電話: 床下の泥' }).click()
  await page.getByText('09:40 の予定').waitFor()
  await takeBack(page, /を 09:40 にしました/)
  await expect.poll(() => page.getByText('09:40 の予定').count()).toBe(0)
  if (shots) await page.screenshot({ path: `${shots}/controller.png` })
  await page.getByRole('button', { name: '出す 電話: 床下の泥' }).click()
  const card = needs.getByRole('article', { name: '電話: 床下の泥' })
  await card.getByText('もしもし、うちの床下に泥が入って').waitFor()
  await takeBack(page, /を出しました/)
  await expect.poll(() => card.count()).toBe(0)
  await page.getByRole('button', { name: '出す 電話: 床下の泥' }).click()
  await card.getByText(/答えるまで あと[45]分/).waitFor()
  await card.getByRole('textbox').fill('依頼として受けた')
  drill.clock.push(7)
  // Opened anew, it reads the clock at once; what was being typed is still there.
  await needs.reload()
  await card.getByText(/答える時間を [23]分すぎています/).waitFor()
  await expectAccessible(needs)
  if (shots) await needs.screenshot({ path: `${shots}/inject-card.png` })
  await card.getByRole('button', { name: '答えを送る' }).click()
  await expect.poll(() => card.count()).toBe(0)
  await page.getByText('勉: 依頼として受けた').waitFor()
})

test('the controller sets the pace, sees who waits where, hands a desk over and notes something', async () => {
  const drill = await openDrill({ 進行: ['lead'], 恵美: ['reception'] })
  const reception = await drill.desk('恵美')
  await reception.getByText('受付は、模擬の担当が動かしています').waitFor()
  const page = await drill.desk('進行')
  await page.getByRole('button', { name: '訓練', exact: true }).click()
  await page.getByRole('button', { name: '×5' }).click()
  await page.getByText('実際の5倍の速さ').waitFor()
  await page.keyboard.press('Alt+p')
  await reception.getByText('訓練の時計は止まっています').waitFor()
  await page.getByRole('button', { name: '受付 人にわたす' }).click()
  await expect.poll(() => reception.getByText('模擬の担当が動かしています').count()).toBe(0)
  await page.getByRole('textbox', { name: 'メモ' }).fill('受付の列が長い')
  await page.getByRole('textbox', { name: 'メモ' }).press('Enter')
  await page.getByText('受付の列が長い').waitFor()
  if (shots) await page.screenshot({ path: `${shots}/controller-2.png`, fullPage: true })
  await page.getByRole('button', { name: '訓練を終える' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '終える' }).click()
  await reception.getByText('この訓練は終わりました').waitFor()
})

test('screens go dark but the controller’s, and nothing that was typed is lost', async () => {
  const drill = await openDrill({ 進行: ['lead'], 恵美: ['reception'] })
  const reception = await drill.desk('恵美')
  const search = reception.getByRole('searchbox').or(reception.getByRole('textbox')).first()
  await search.fill('かなざわ')
  const page = await drill.desk('進行')
  await page.getByRole('button', { name: '訓練', exact: true }).click()
  await page.getByRole('button', { name: '端末を使わない時間をはじめる' }).click()
  await reception.getByRole('heading', { name: '端末を使わない時間です' }).waitFor()
  await expectAccessible(reception)
  if (shots) await reception.screenshot({ path: `${shots}/dark.png` })
  // The controller who looks at another part is put into the dark as well, with the way back.
  await page.getByText(/から暗くしています/).waitFor()
  await page.getByRole('navigation', { name: 'この画面の部分' }).getByRole('button', { name: '統括' }).click()
  await page.getByRole('heading', { name: '端末を使わない時間です' }).waitFor()
  await page.getByRole('button', { name: '進行の画面を開く' }).click()
  await page.getByRole('button', { name: '画面をもとに戻す' }).click()
  await expect.poll(() => search.inputValue()).toBe('かなざわ')
})

test('a live center starts no drill while its day is open, and says so beforehand', async () => {
  const day = await openRealDay({ 統括: ['lead'] })
  const page = await day.desk('統括')
  await page.getByRole('button', { name: '訓練', exact: true }).click()
  // This center lies in a test and has no room for drills; one that has is shown in `drills.test.ts`.
  await page.getByText('この画面からは訓練を始められません').waitFor()
  expect(await page.getByText('訓練の進行').count()).toBe(0)
})
