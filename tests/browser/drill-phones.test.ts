import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { injects, observations, participants } from '#server/practice/drill-tables.ts'
import { newId } from '#shared/core/ids.ts'
import { expectAccessible, phoneAt, RunningClock, shoot } from '#tests/support/browser.ts'
import { layCable } from '#tests/support/cable.ts'
import { receptionForm } from '#tests/support/given.ts'
import { beginDrill } from '#tests/support/given-drill.ts'
import { picture } from '#tests/support/pictures.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const crowd = {
  id: newId(),
  key: 'crowd',
  recipient: { kind: 'phone', role: 'observer' },
  title: '列を数える',
  text: '受付の列の人数を数えてください。',
  script: '',
  dueAt: null,
  condition: '',
  answerWithin: 10,
} as const

async function openDrill() {
  const clock = new RunningClock()
  const day = await openRealDay({ 進行: ['lead'] }, { kind: 'drill', clock })
  await beginDrill(day.center, clock.now(), [crowd])
  const { center } = day
  const kept = () =>
    center.read(async (tx) => ({
      people: await participants.where(tx, {}),
      notes: await observations.where(tx, {}),
      crowd: await injects.get(tx, crowd.id),
    }))
  return { ...day, clock, kept }
}

/** Nothing that is sent arrives, until it is called off. */
async function losesAll(page: Page): Promise<() => Promise<void>> {
  const sent = /\/(?:api\/commands|drill-photos\/)/
  await page.route(sent, (route) => route.abort())
  return () => page.unroute(sent)
}

async function fillIn(page: Page, role: RegExp, name: string): Promise<void> {
  await page.getByRole('button', { name: role }).click()
  await page.getByRole('textbox', { name: 'お名前' }).fill(name)
}

async function joinAsObserver(page: Page): Promise<void> {
  await fillIn(page, /観察/, '見学')
  await page.getByRole('radio', { name: 'ニーズ' }).check()
  await page.getByRole('button', { name: '加わる' }).click()
}

async function takePhoto(page: Page): Promise<void> {
  const dialog = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '写真をつける' }).click()
  const buffer = Buffer.from(await picture({ width: 2000, height: 1500 }))
  await (await dialog).setFiles([{ name: 'IMG_1.JPG', mimeType: 'image/jpeg', buffer }])
  await page.getByRole('img', { name: '写真' }).waitFor()
}

test('joining without a line waits on the phone, outlives a reload, and is sent once', async () => {
  const drill = await openDrill()
  const page = await phoneAt(`${drill.address}/drill`)
  const lineBack = await losesAll(page)
  await joinAsObserver(page)
  await page.getByText('送信待ち — つながると加わります').waitFor()
  await expectAccessible(page)
  await shoot(page, 'join-waits')
  await page.reload()
  await page.getByText('送信待ち — つながると加わります').waitFor()
  await lineBack()
  await page.getByRole('button', { name: /よい 同じ世帯でないか/ }).waitFor()
  expect((await drill.kept()).people).toMatchObject([{ name: '見学', role: 'observer' }])
})

test('a note with its photo and an answer, given without a line, are there once when it is back', async () => {
  const drill = await openDrill()
  const page = await phoneAt(`${drill.address}/drill`)
  await joinAsObserver(page)
  await drill.lead.send('practice.fireInject', { injectId: crowd.id })
  await page.getByRole('heading', { name: /列を数える/ }).waitFor()
  await page.getByRole('link', { name: 'あなたに知らせ: 列を数える' }).waitFor()
  await expectAccessible(page)
  await shoot(page, 'observer-inject')
  const lineBack = await losesAll(page)
  await page.getByRole('textbox', { name: 'したこと' }).fill('12人')
  await page.getByRole('button', { name: '送る' }).click()
  await page.getByText('送信待ち: 12人').waitFor()
  await page.getByRole('button', { name: /こまった 同じ世帯でないか/ }).click()
  await page.getByRole('textbox', { name: 'メモ' }).fill('列が外まで')
  await takePhoto(page)
  // Taken, and not yet in a note: it lies on the phone all the same.
  await page.reload()
  await page.getByRole('img', { name: '写真' }).waitFor()
  await page.getByRole('button', { name: '残す' }).click()
  const waiting = page.getByRole('region', { name: '送信待ちのメモ' })
  await waiting.getByRole('img', { name: '写真' }).waitFor()
  await waiting.getByText('同じ世帯でないか').waitFor()
  await expectAccessible(page)
  await shoot(page, 'observer-waits')
  await page.getByRole('button', { name: '役をおりる' }).click()
  await page.getByText('送信待ちのものがあります').waitFor()
  await page.reload()
  await page.getByText('送信待ち: 12人').waitFor()
  await lineBack()
  await page.getByText('送りました: 12人').waitFor()
  await expect.poll(() => waiting.count()).toBe(0)
  const { people, notes, crowd: answered } = await drill.kept()
  expect(people).toHaveLength(1)
  expect(answered).toMatchObject({ state: 'answered', answer: '12人', answeredBy: '見学' })
  expect(notes.map(({ text, photoIds }) => `${text} ${photoIds.length}`).toSorted()).toEqual([
    '列が外まで 1',
    '同じ世帯でないか、はじめに調べているか 0',
  ])
  const controller = await drill.desk('進行')
  await controller.getByRole('button', { name: '訓練', exact: true }).click()
  const photo = controller.getByRole('img', { name: /写真/ })
  await photo.scrollIntoViewIfNeeded()
  await expect.poll(() => photo.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  await shoot(controller, 'controller-photo')
  await controller.goto(`${drill.address}/sheets/after-action`)
  const printed = controller.getByRole('img', { name: '観察の写真' })
  await expect.poll(() => printed.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  await shoot(controller, 'report-photo')
})

test('who chose six digits and did not hear the answer tries the same again, and is on the staff once', async () => {
  const drill = await openDrill()
  const page = await phoneAt(`${drill.address}/drill`)
  await fillIn(page, /デスクの係/, '釜利谷')
  await page.getByRole('radio', { name: '受付' }).check()
  await page.getByRole('textbox', { name: /6けた/ }).fill('246810')
  await page.route('**/api/commands', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.route('**/api/reads/practice.findMyPart', (route) => route.abort())
  await page.getByRole('button', { name: '加わる' }).click()
  await page.getByRole('alert').getByText('つながりません').waitFor()
  await page.unroute('**/api/commands')
  await page.getByRole('button', { name: '加わる' }).click()
  await expect.poll(() => page.getByRole('alert').count()).toBe(0)
  await page.unroute('**/api/reads/practice.findMyPart')
  await page.getByText('受付のデスクのパソコンに座ってください').waitFor()
  expect((await drill.kept()).people).toMatchObject([{ name: '釜利谷' }])
})

test('what is given while the phone has no line is read as soon as it has one again', async () => {
  const drill = await openDrill()
  const cable = await layCable(drill.served.port)
  onTestFinished(() => cable.close())
  const page = await phoneAt(`http://localhost:${cable.port}/drill`)
  await joinAsObserver(page)
  await page.getByRole('button', { name: /よい 同じ世帯でないか/ }).waitFor()
  cable.pull()
  await page.getByText('接続がありません').waitFor()
  await drill.lead.send('practice.fireInject', { injectId: crowd.id })
  await page.getByRole('textbox', { name: 'メモ' }).fill('線が切れた')
  await page.getByRole('button', { name: '残す' }).click()
  await page.getByText('送信待ち 1件').waitFor()
  await shoot(page, 'observer-no-line')
  cable.plugIn()
  await page.getByRole('heading', { name: /列を数える/ }).waitFor()
  await expect.poll(async () => (await drill.kept()).notes.map(({ text }) => text)).toEqual(['線が切れた'])
})

test('what two phones answer is the first one’s; the second, without a line meanwhile, is told so in its language', async () => {
  const drill = await openDrill()
  const [one, other] = [await phoneAt(`${drill.address}/drill`), await phoneAt(`${drill.address}/drill`)]
  for (const page of [one, other]) await joinAsObserver(page)
  await drill.lead.send('practice.fireInject', { injectId: crowd.id })
  // It has read it while it had its line.
  await other.getByRole('textbox', { name: 'したこと' }).waitFor()
  const lineBack = await losesAll(other)
  await other.getByRole('textbox', { name: 'したこと' }).fill('20人')
  await other.getByRole('button', { name: '送る' }).click()
  await other.getByText('送信待ち: 20人').waitFor()
  await one.getByRole('textbox', { name: 'したこと' }).fill('12人')
  await one.getByRole('button', { name: '送る' }).click()
  await other.getByText('送りました: 12人').waitFor()
  await other.getByRole('button', { name: 'English' }).click()
  await lineBack()
  await other.getByText(/“列を数える” was answered by somebody else/).waitFor()
  expect((await drill.kept()).crowd.answer).toBe('12人')
})

test('a note that is refused later stays on the phone with its words and the reason', async () => {
  const drill = await openDrill()
  const page = await phoneAt(`${drill.address}/drill`)
  await joinAsObserver(page)
  await page.getByRole('textbox', { name: 'メモ' }).fill('声がとおる')
  const dialog = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '写真をつける' }).click()
  await (await dialog).setFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }])
  await page.getByRole('button', { name: '写真をやめる' }).waitFor()
  await page.getByRole('button', { name: '残す' }).click()
  const refused = page.getByRole('listitem').filter({ hasText: '声がとおる' })
  await refused.locator('.field-error').waitFor()
  await shoot(page, 'observer-refused')
  await refused.getByRole('button', { name: 'このメモをやめる' }).click()
  await expect.poll(() => refused.count()).toBe(0)
})

test('every phone shows the drill’s time, and that it stands or is over', async () => {
  const drill = await openDrill()
  const form = receptionForm()
  await drill.phone.send('volunteers.checkIn', form)
  const own = await phoneAt(`${drill.address}/me#${form.linkToken}`)
  const joining = await phoneAt(`${drill.address}/drill`)
  const reception = await phoneAt(`${drill.address}/reception`)
  for (const page of [own, joining, reception]) await page.getByText(/訓練の時刻 *09:3\d/).waitFor()
  await shoot(own, 'me-drill')
  await shoot(reception, 'reception-drill')
  await drill.lead.send('practice.setClock', { speed: 0 })
  for (const page of [own, joining]) await page.getByText('（止まっています）').waitFor()
  await drill.lead.send('practice.endDrill', {})
  for (const page of [own, joining]) await page.getByText('この訓練は終わりました').waitFor()
  // Where records are real, nothing of it is there.
  const real = await openRealDay({})
  await real.phone.send('volunteers.checkIn', form)
  const live = await phoneAt(`${real.address}/me#${form.linkToken}`)
  await live.getByText('つながっています').waitFor()
  expect(await live.getByText('訓練の時刻').count()).toBe(0)
})
