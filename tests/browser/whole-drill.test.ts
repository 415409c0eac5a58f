import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { Room } from '#drills/drill-room.ts'
import { expectAccessible } from '#tests/support/browser.ts'
import { answerAt, answerOn, joinAt, leapTo, queueOn, scanned, signInAt, takeDesk } from '#tests/support/drill-hands.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const shots = process.env.SASAE_SHOTS
const scenario = join(import.meta.dirname, 'whole-drill.yaml')
const title = '小さな通し'

/** Beside the ports of drills that somebody may hold on this machine. */
const firstPort = 8190

async function shoot(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/whole-drill-${name}.png`, fullPage: true })
}

/** A live center without a day, a real room for its drills, and its lead at the desk. */
async function openLive() {
  const data = mkdtempSync(join(tmpdir(), 'sasae-whole-drill-'))
  const room = new Room(data, firstPort)
  onTestFinished(async () => {
    await room.close()
    rmSync(data, { recursive: true, force: true })
  })
  const { center, desk } = await openRealDay({ 統括: ['lead'] }, { drillRoom: room, day: false })
  return { center, live: await desk('統括') }
}

/** The council's own scenario, read from its file and kept beside the bank. */
async function saveScenario(live: Page): Promise<void> {
  await live.getByRole('button', { name: '訓練', exact: true }).click()
  await live.getByLabel('シナリオのファイルを読む').setInputFiles(scenario)
  await live.getByRole('slider', { name: '区本部からの問い合わせ' }).waitFor()
  await live.getByText('このまま始められます。').waitFor()
  await live.getByRole('button', { name: /^名前をつけて保存/ }).click()
  await live.getByRole('dialog').getByRole('button', { name: '保存する' }).click()
  await live.getByText(`「${title}」を保存しました`).waitFor()
  await live.getByRole('button', { name: '訓練の一覧へ戻る' }).click()
}

/** The lead starts it, and sits down in it as its controller; the clock stands until everybody is there. */
async function startDrill(live: Page) {
  await live.getByRole('radio', { name: new RegExp(title) }).check()
  await live.getByRole('button', { name: '訓練をはじめる' }).click()
  await live.getByRole('heading', { name: `訓練「${title}」が動いています` }).waitFor()
  await shoot(live, 'started')
  const joinAddress = await scanned(live, '参加する人のアドレス')
  expect(joinAddress).toMatch(/^http:\/\/[\d.]+:\d+\/drill$/)
  const desk = live.getByRole('link', { name: 'デスク' })
  const drill = new URL((await desk.getAttribute('href')) ?? '').origin
  const [controller] = await Promise.all([live.context().waitForEvent('page'), desk.click()])
  await signInAt(controller, '汐見 統', '990001')
  await controller.getByRole('button', { name: '訓練', exact: true }).click()
  await controller.keyboard.press('Alt+p')
  await controller.getByText('止まっています').waitFor()
  return { controller, drill, joinAddress }
}

/** Three phones by the code, and two desks that are taken over from simulated people. */
async function comeTogether(drill: string, joinAddress: string) {
  const clerk = await joinAt(joinAddress, 'デスクの係', '釜利谷', async (page) => {
    await page.getByRole('radio', { name: '受付' }).check()
    await page.getByRole('textbox', { name: /6けた/ }).fill('246810')
  })
  const volunteer = await joinAt(joinAddress, 'ボランティア役', '能見台')
  const survivor = await joinAt(joinAddress, '被災者', '洲崎')
  await survivor.getByText('一人暮らしの被災者').waitFor()
  const reception = await takeDesk(drill, '受付', { name: '釜利谷', pin: '246810' })
  const needs = await takeDesk(drill, 'ニーズ', { name: '松風 聴', pin: '990003' })
  return { clerk, volunteer, survivor, reception, needs }
}

interface Cast extends Awaited<ReturnType<typeof comeTogether>> {
  controller: Page
  drill: string
  /** How many acts the drill's log has. */
  acts: () => Promise<number>
}

/** The volunteer's phone checks in as everybody's does, and its owner goes on in their part. */
async function checkIn(phone: Page, joinAddress: string): Promise<void> {
  await phone.getByRole('link', { name: '当日受付をひらく' }).click()
  const field = (label: RegExp) => phone.getByRole('textbox', { name: label })
  await field(/^氏名/).fill('能見台 歩')
  await field(/^ふりがな/).fill('のうけんだい あゆむ')
  await field(/^電話番号（携帯）/).fill('090-1234-0001')
  await field(/^生年月日/).fill('昭和55年4月3日')
  await field(/^連絡先の方の氏名/).fill('能見台 一郎')
  await field(/^連絡先の電話番号/).fill('045-123-4567')
  await phone.getByRole('radio', { name: '天災・地震補償プラン' }).check({ force: true })
  await phone.getByRole('radio', { name: '良好' }).check({ force: true })
  await phone.getByRole('checkbox', { name: /同意/ }).last().check()
  await phone.getByRole('button', { name: '受付する' }).last().click()
  await phone.waitForURL(/\/me#/)
  await phone.goto(joinAddress)
}

interface Call {
  number: string
  phone: string
  name: string
  kana: string
  work: string
  town: string
  line: string
  people: string
  category: string
}

/** The needs sheet as the clerk fills it in from what is said, or from what was written. */
async function takeDown(desk: Page, call: Call, writtenAt?: string): Promise<void> {
  if (writtenAt !== undefined) {
    await desk.getByRole('checkbox', { name: '紙のニーズ票から入れる' }).check()
    await desk.getByLabel('紙に書かれた時刻').fill(writtenAt)
  }
  await desk.getByLabel('電話番号', { exact: true }).fill(call.phone)
  await desk.getByLabel('ふりがな', { exact: true }).fill(call.kana)
  await desk.getByLabel('依頼した人の名前').fill(call.name)
  await desk.getByLabel(/^班に渡す作業の文/).fill(call.work)
  await desk.getByText(call.category, { exact: true }).first().click()
  await desk.getByRole('combobox', { name: '町' }).fill(call.town)
  await desk.getByRole('option').first().click()
  await desk.getByLabel('番地・建物・部屋').fill(call.line)
  await desk.getByLabel('必要な人数').fill(call.people)
  await desk.getByRole('radio', { name: '不要' }).check({ force: true })
  await desk.keyboard.press('Control+Enter')
  await desk.getByText(`${call.number} を受け付けました`).waitFor()
}

const bookshelf: Call = {
  number: 'N-001',
  phone: '045-780-0101',
  name: '泥亀 ふみ',
  kana: 'でいき ふみ',
  work: '倒れた本棚を起こす',
  town: 'でいき',
  line: '2-9-1',
  people: '3',
  category: '片付け',
}
const glass: Call = {
  number: 'N-002',
  phone: '045-780-0202',
  name: '寺前 そら',
  kana: 'てらまえ そら',
  work: '割れたガラスを集める',
  town: 'てらまえ',
  line: '1-3-5',
  people: '2',
  category: '清掃',
}

/** Something happens at each desk, on each phone and to the controller, and everybody answers where they are. */
async function answerEverything(cast: Cast, joinAddress: string): Promise<void> {
  const { controller, reception, needs, clerk, volunteer, survivor } = cast
  await checkIn(volunteer, joinAddress)
  await leapTo(controller, '08:40')
  await answerAt(reception, '救護の場所を聞かれる', '入口の左と伝えた')
  const call = needs.getByRole('article', { name: '電話が鳴っています' })
  await call.getByText('困っている家: 泥亀 ふみ').waitFor()
  await shoot(needs, 'call')
  await takeDown(needs, bookshelf)
  await answerAt(needs, '電話が鳴っています', 'N-001 として受けた')
  await answerAt(needs, '区本部からの問い合わせ', '1件と答えた')
  await answerOn(clerk, 'いすが足りない', '会議室から出した')
  await answerOn(volunteer, 'のどがかわいた', '給水所で水をもらった')
  await controller.getByRole('button', { name: '出す 屋根にも上がってほしい' }).click()
  await answerOn(survivor, '屋根にも上がってほしい', '頼んだが断られた')
  await leapTo(controller, '09:00')
  await answerAt(controller, '端末を使わない時間をはじめるころ', '20分にした')
  await controller.getByRole('textbox', { name: 'メモ' }).fill('電話の声が聞こえにくい')
  await controller.getByRole('textbox', { name: 'メモ' }).press('Enter')
  await controller.getByText('電話の声が聞こえにくい').waitFor()
  await expectAccessible(controller)
}

const dark = '端末を使わない時間です'

/** Every screen but the controller's is dark, and nothing that is pressed on one is written. */
async function workInTheDark({ controller, reception, needs, clerk, volunteer, survivor, acts }: Cast): Promise<void> {
  await needs.getByLabel('電話番号', { exact: true }).fill('045-780-0303')
  await controller.getByRole('button', { name: '端末を使わない時間をはじめる' }).click()
  for (const page of [reception, needs, clerk, volunteer, survivor])
    await page.getByRole('heading', { name: dark }).waitFor()
  await shoot(needs, 'dark')
  const before = await acts()
  for (const desk of [reception, needs]) {
    for (const key of ['Control+Enter', 'n', 'Alt+z']) await desk.keyboard.press(key)
    // Whatever the keys have sent is there before this answer.
    await desk.evaluate(async () => void (await fetch('/healthz')))
  }
  expect(await acts()).toBe(before)
  await leapTo(controller, '09:20')
  // Somebody came and somebody called; neither stands in the records yet.
  expect(await queueOn(controller, '班を待つ人')).toBe(5)
  expect(await queueOn(controller, '班を待つ依頼')).toBe(1)
  await controller.getByText('割れたガラスを集める').first().waitFor({ state: 'attached' })
  await shoot(controller, 'controller-dark')
}

/** What somebody without a screen wrote down while a person stood there. */
function receptionSheet(said: string) {
  const found = (pattern: RegExp) => pattern.exec(said)?.slice(1) ?? []
  const [name = '', nameKana = ''] = found(/^(.+?)（(.+?)）/)
  const [phone = ''] = found(/電話: (\S+)/)
  const [birthDate = ''] = found(/生年月日: (\S+)/)
  const [emergencyName = '', emergencyPhone = ''] = found(/緊急連絡先: (.+) (\d+)/)
  return { name, nameKana, phone, birthDate, emergencyName, emergencyPhone }
}

/** The sheets are keyed in with the times that stand on them. */
async function keyInPaper({ controller, reception, needs }: Cast): Promise<string> {
  await controller.getByRole('button', { name: '画面をもとに戻す' }).click()
  const arrived = reception.getByRole('article', { name: '受付に人が来ています' })
  const sheet = receptionSheet((await arrived.locator('.inject-says').textContent()) ?? '')
  await reception.getByRole('button', { name: '代行入力' }).first().click()
  const form = reception.locator('form', { has: reception.getByRole('heading', { name: '代行入力' }) })
  for (const [field, written] of Object.entries(sheet)) await form.locator(`#desk-${field}`).fill(written)
  await form.getByRole('radio', { name: '天災・地震補償プラン' }).check({ force: true })
  await form.getByRole('radio', { name: '良好' }).check({ force: true })
  await form.getByRole('checkbox', { name: '紙の受付票から入力する' }).check()
  await form.getByLabel('紙に書かれた時刻').fill('9時11分')
  await form.getByRole('checkbox', { name: /約束/ }).check()
  await form.getByRole('button', { name: '受付する' }).click()
  await reception
    .getByRole('row', { name: new RegExp(sheet.name) })
    .getByText('09:11')
    .waitFor()
  await answerAt(reception, '受付に人が来ています', '紙から入れた')

  // What was being typed when the screen went dark is still there, and is put away for the sheet.
  await expect.poll(() => needs.getByLabel('電話番号', { exact: true }).inputValue()).toBe('045-780-0303')
  await needs.getByRole('button', { name: '消して次の電話へ' }).click()
  await takeDown(needs, glass, '9:15')
  await shoot(needs, 'paper')
  await answerAt(needs, '電話が鳴っています', '紙から入れた')
  await expectAccessible(needs)
  return sheet.name
}

/** Teams go out and come home while nobody waits for it; the drill ends on every screen. */
async function playToTheEnd({ controller, clerk, volunteer, reception }: Cast) {
  await leapTo(controller, '10:30')
  const halfWay = {
    waiting: await queueOn(controller, '班を待つ人'),
    ready: await queueOn(controller, '班を待つ依頼'),
  }
  await leapTo(controller, '11:50')
  await controller.getByRole('button', { name: '訓練を終える' }).click()
  await controller.getByRole('dialog').getByRole('button', { name: '終える' }).click()
  await reception.getByText('この訓練は終わりました').waitFor()
  for (const phone of [clerk, volunteer]) await phone.getByText('この訓練は終わりました').waitFor()
  return halfWay
}

/** The figures, the moments behind them, and the replay at half past ten beside what the controller saw then. */
async function lookBack(controller: Page, halfWay: { waiting: number; ready: number }): Promise<void> {
  await controller.getByRole('button', { name: '振り返り', exact: true }).click()
  await controller.getByRole('button', { name: '訓練をひらく' }).click()
  const figure = (name: string) => controller.getByRole('row', { name })
  await figure('紙から入れた記録の正しさ').getByText('100%').waitFor()
  await figure('答えのない・遅れた状況付与').getByText('0件').waitFor()
  await expectAccessible(controller)
  const shown = controller.locator('.replay-clock')
  const moment = figure('受付番号 → 班').getByRole('button').first()
  const at = (await moment.textContent()) ?? ''
  await moment.click()
  await expect.poll(() => shown.textContent()).toBe(at)
  await controller.getByRole('slider', { name: '時刻' }).fill(String(Date.parse('2027-06-05T10:30:01+09:00')))
  await expect.poll(() => shown.textContent()).toBe('10:30')
  const standing = (words: string) =>
    controller.locator('.replay-queues div', { hasText: words }).locator('dd').textContent()
  expect({ waiting: Number(await standing('待機する人')), ready: Number(await standing('班を待つ依頼')) }).toEqual(
    halfWay,
  )
  await controller.getByText('1班 3人 活動中').waitFor()
  await shoot(controller, 'replay')
}

/** The printed report: the drill beside one in which everybody was simulated, with the controller's note and no names. */
async function readReport(controller: Page, names: readonly string[]): Promise<void> {
  await controller.getByRole('link', { name: '振り返りの紙をひらく' }).click()
  await controller.getByRole('heading', { name: /点中/ }).waitFor({ timeout: 60_000 })
  // A scenario is played for it, beside the drill; the paper looks again by itself.
  await controller.getByRole('columnheader', { name: '全員が模擬' }).first().waitFor({ timeout: 120_000 })
  const text = await controller.locator('body').innerText()
  expect(text).toContain('電話の声が聞こえにくい')
  for (const name of names) expect(text).not.toContain(name)
  await shoot(controller, 'report')
}

/** Kept without names, looked at once more, and then erased. */
async function putAway(live: Page): Promise<void> {
  await live.bringToFront()
  await live.getByRole('button', { name: '名前を消して残す' }).click()
  await live.getByText('（名前は消してあります）').waitFor()
  await live.getByRole('button', { name: `ひらく ${title}` }).click()
  await live.getByRole('heading', { name: `訓練「${title}」が動いています` }).waitFor()
  await live.getByRole('button', { name: '消す', exact: true }).click()
  await live.getByRole('dialog').getByRole('button', { name: '消す' }).click()
  await live.getByText('まだありません。').waitFor()
}

test('a whole small drill: started, joined, played on paper too, looked back at, sealed and erased', async () => {
  const { center, live } = await openLive()
  await saveScenario(live)
  const realActs = center.health.seq
  const { controller, drill, joinAddress } = await startDrill(live)
  const acts = async () => ((await (await fetch(`${drill}/healthz`)).json()) as { seq: number }).seq
  const cast: Cast = { ...(await comeTogether(drill, joinAddress)), controller, drill, acts }
  await answerEverything(cast, joinAddress)
  await workInTheDark(cast)
  const onPaper = await keyInPaper(cast)
  const halfWay = await playToTheEnd(cast)
  await lookBack(controller, halfWay)
  await readReport(controller, [onPaper, bookshelf.name, glass.name, '能見台 歩'])
  await putAway(live)
  expect(center.health.seq).toBe(realActs)
})
