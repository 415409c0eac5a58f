import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { givenWaiting } from '#tests/support/given-dispatch.ts'
import { caps, reservationDayForm, reservationForm } from '#tests/support/given-reservations.ts'
import { openRealDay } from '#tests/support/real-day.ts'
import { servedCenter } from '#tests/support/served.ts'

/** Reserves on a phone as a person would; the page then shows what came of it. */
async function reserveOn(page: Page, address: string, who: { name: string; kana: string; phone: string }) {
  await page.goto(`${address}/reservation`)
  await page.fill('#name', who.name)
  await page.fill('#nameKana', who.kana)
  await page.fill('#phone', who.phone)
  await page.fill('#birthDate', '昭和60年4月1日')
  await page.click('#reserve button')
  await page.waitForSelector('#state')
}

const stateOf = (page: Page) => page.locator('#state').getAttribute('data-status')

async function openedCenter() {
  const made = await servedCenter()
  await made.lead.send('reservations.openReservations', reservationDayForm({ caps: caps(1) }))
  return made
}

test('a phone reserves, another waits and moves up by itself, and the desk finds it by its code', async () => {
  const { address, lead } = await openedCenter()
  const first = await newDevice('phone')
  await first.page.goto(`${address}/reservation`)
  await expectAccessible(first.page)
  await first.page.click('#reserve button')
  expect(await first.page.locator('.field-error:visible').count()).toBe(4)
  await reserveOn(first.page, address, { name: '能見台 次郎', kana: 'ﾉｳｹﾝﾀﾞｲ じろう', phone: '090-1234-5678' })
  expect(await stateOf(first.page)).toBe('booked')
  await expectAccessible(first.page)
  const second = await newDevice('phone')
  await reserveOn(second.page, address, { name: '富岡 三郎', kana: 'とみおか さぶろう', phone: '09011112222' })
  expect(await stateOf(second.page)).toBe('waiting')
  expect(await second.page.locator('#state').innerText()).toContain('1番目')

  // The link that was kept opens the own page again; its token stands in the fragment alone.
  expect(new URL(first.page.url()).search).not.toMatch(/[0-9a-f]{32}/)
  await first.page.reload()
  await first.page.waitForSelector('#state')
  await first.page.getByText('予約を取り消したい').click()
  await first.page.getByRole('button', { name: '取り消す' }).click()
  await first.page.getByText('この予約は取り消しました').waitFor()
  await second.page.getByRole('button', { name: 'いまの状態を見る' }).click()
  await second.page.waitForSelector('#state[data-status=booked]')
  const code = (await second.page.locator('.qr-code').innerText()).trim()

  const staff = { staffId: crypto.randomUUID(), name: '恵美', pin: '111111', deskNames: ['reception'] }
  await lead.send('access.addStaff', staff)
  const desk = await newDevice('desk')
  const data = { name: '恵美', pin: '111111', device: 'test' }
  await desk.context.request.post(`${address}/api/session`, { data, headers: { origin: address } })
  await desk.page.goto(`${address}/desk`)
  await desk.page.getByRole('button', { name: '活動予約' }).click()
  await desk.page.getByLabel('予約をさがす').fill(code)
  const row = desk.page.locator('tr', { hasText: '富岡 三郎' })
  await row.waitFor()
  await expect.poll(() => desk.page.locator('tr', { hasText: '能見台 次郎' }).count()).toBe(0)
  await expectAccessible(desk.page)
  await row.getByRole('button', { name: '来所にする' }).click()
  await row.getByText('来所済み').waitFor()
  await desk.page.getByRole('button', { name: '電話の人の予約を入れる' }).click()
  for (const { context } of [first, second, desk]) await context.close()
}, 60_000)

test('without a script a phone reserves, looks and cancels all the same', async () => {
  const { address } = await openedCenter()
  const { page, context } = await newDevice('phone', { javaScriptEnabled: false })
  await reserveOn(page, address, { name: '金沢 花子', kana: 'かなざわ はなこ', phone: '08011112222' })
  expect(await stateOf(page)).toBe('booked')
  await page.click('#own button')
  expect(await stateOf(page)).toBe('booked')
  await page.click('details summary')
  await page.getByRole('button', { name: '取り消す' }).click()
  expect(await stateOf(page)).toBe('cancelled')
  await context.close()
}, 60_000)

test('more promised than the day has: the lead is warned, and the last who reserved wait, or the number is raised', async () => {
  const day = await openRealDay({ 恵美: ['lead'] })
  await givenWaiting(day.phone, 2)
  const opened = reservationDayForm({ date: '2026-11-23', caps: caps(200) })
  await day.lead.send('reservations.openReservations', opened)
  for (const headcount of [100, 60, 40]) {
    const group = { kind: 'group', groupName: '大学', headcount } as const
    const { ownToken: _, ...form } = reservationForm(opened.reservationDayId, group)
    await day.lead.send('reservations.reserveByStaff', form)
  }
  const page = await day.desk('恵美')
  await page.getByText('予約した人が全員来ると、募集より2人多くなります').waitFor()
  await page.getByRole('button', { name: '募集を202人にする' }).click()
  await page.getByText('募集より2人多くなります').waitFor({ state: 'detached' })
  await day.lead.send('center.changeDay', {
    dayId: day.dayId,
    basedOnSeq: Number.MAX_SAFE_INTEGER,
    capacity: 200,
    receptionOpensAt: '09:00',
    receptionClosesAt: '11:00',
    returnBy: '15:00',
  })
  await page.getByRole('button', { name: 'キャンセル待ちに回す（活動予約へ）' }).click()
  await page.getByRole('button', { name: 'あとの2人をキャンセル待ちに回す' }).click()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'あとの2人をキャンセル待ちに回す' }).click()
  await page.getByText('1件をキャンセル待ちに回しました').waitFor()
  await page.getByText('募集より2人多くなります').waitFor({ state: 'detached' })
})
