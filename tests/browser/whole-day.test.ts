import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { capabilities } from '#shared/access/capabilities.ts'
import { newId } from '#shared/core/ids.ts'
import { expectAccessible, newDevice, openRealCenter, RunningClock } from '#tests/support/browser.ts'
import { Sender } from '#tests/support/center.ts'
import { Device } from '#tests/support/device.ts'

const pin = '246810'
const shots = process.env.SASAE_SHOTS

type Profile = 'standard' | 'small'

/** A desk shows its screen: by its tab in the bar, or as a part of the one front desk. */
const deskTabs: Record<Profile, Record<string, string>> = {
  standard: {
    lead: '統括',
    reception: '受付',
    needs: 'ニーズ',
    dispatch: 'マッチング',
    return: '帰着',
    affairs: '総務',
  },
  small: { lead: '統括', reception: '受付', needs: 'ニーズ', dispatch: 'マッチング', return: '帰着', affairs: '記録' },
}

async function show(page: Page, profile: Profile, desk: string): Promise<void> {
  const bar = page.getByRole('navigation', { name: profile === 'small' ? 'この画面の部分' : 'デスク' })
  await bar.getByRole('button', { name: deskTabs[profile][desk] ?? desk }).click()
}

async function setUp(lead: Page, address: string, profile: Profile): Promise<void> {
  await lead.goto(`${address}/`)
  await lead.getByRole('heading', { name: 'センターをひらく' }).waitFor()
  await expectAccessible(lead)
  await lead.getByLabel('センターの電話番号').fill('０４５−７８０−０００１')
  await lead.getByRole('radio', { name: profile === 'small' ? /小規模/ : /標準/ }).check()
  await lead.getByLabel('災害の名前').fill('通しの試験')
  await lead.getByLabel('統括のお名前').fill('佐藤')
  await lead.getByLabel('PIN(数字6桁)').fill(pin)
  await lead.getByLabel('PINをもう一度').fill(pin)
  await lead.getByRole('button', { name: 'センターをひらく' }).click()
  await lead.getByRole('navigation', { name: 'デスク' }).waitFor()
}

async function openTheDay(lead: Page, profile: Profile): Promise<void> {
  await lead.getByRole('button', { name: '活動日をひらく' }).click()
  await lead.getByText('第1日').first().waitFor()
  if (profile === 'small') await lead.getByRole('button', { name: 'スマートフォンの受付をはじめる' }).click()
  await expectAccessible(lead)
}

async function seat(address: string, name: string): Promise<Page> {
  const { context, page } = await newDevice('desk')
  onTestFinished(() => context.close())
  const answer = await context.request.post(`${address}/api/session`, { data: { name, pin, device: newId() } })
  expect(answer.ok()).toBe(true)
  await page.goto(`${address}/desk`)
  await page.getByRole('navigation', { name: 'デスク' }).waitFor()
  return page
}

async function checkInByPhone(address: string, name: string, kana: string, phoneNumber: string): Promise<Page> {
  const { context, page } = await newDevice('phone')
  onTestFinished(() => context.close())
  await page.goto(`${address}/reception`)
  await expectAccessible(page)
  const form = (label: RegExp) => page.getByRole('textbox', { name: label })
  await form(/^氏名/).fill(name)
  await form(/^ふりがな/).fill(kana)
  await form(/^電話番号（携帯）/).fill(phoneNumber)
  await form(/^生年月日/).fill('昭和55年4月3日')
  await form(/^連絡先の方の氏名/).fill('金沢 一郎')
  await form(/^連絡先の電話番号/).fill('０４５ー１２３ー４５６７')
  await page.getByRole('radio', { name: '天災・地震補償プラン' }).check({ force: true })
  await page.getByRole('radio', { name: '良好' }).check({ force: true })
  await page.getByRole('checkbox', { name: /同意/ }).last().check()
  await page.getByRole('button', { name: '受付する' }).last().click()
  await page.waitForURL(/\/me#/)
  await page.getByText('お待ちください').waitFor()
  return page
}

async function receiveNeed(desk: Page): Promise<void> {
  await desk.getByLabel('電話番号', { exact: true }).fill('045-781-0001')
  await desk.getByLabel('ふりがな', { exact: true }).fill('でいき ふみ')
  await desk.getByLabel('依頼した人の名前').fill('泥亀 ふみ')
  await desk.getByLabel(/^聞き取り/).fill('たんすが倒れて動かせない')
  await desk.getByLabel(/^班に渡す作業の文/).fill('倒れたたんすを起こす')
  await desk.getByText('片付け', { exact: true }).first().click()
  await desk.getByRole('combobox', { name: '町' }).fill('でいき')
  await desk.getByRole('option').first().click()
  await desk.getByLabel('番地・建物・部屋').fill('2-9-1')
  await desk.getByLabel('必要な人数').fill('２')
}

/** Everyone of the day: three desks, two phones, and a camera for the pictures. */
interface Scene {
  address: string
  profile: Profile
  lead: Page
  front: Page
  dispatch: Page
  hanako: Page
  jiro: Page
  shoot: (page: Page, name: string) => Promise<void>
}

/** Two phones check in; the reception desk sees each without a reload. */
async function checkInTwo({
  address,
  profile,
  front,
  shoot,
}: Omit<Scene, 'hanako' | 'jiro'>): Promise<Pick<Scene, 'hanako' | 'jiro'>> {
  await show(front, profile, 'reception')
  const hanako = await checkInByPhone(address, '金沢 花子', 'かなざわ はなこ', '090-1234-0001')
  await front.getByText('金沢 花子').first().waitFor()
  const jiro = await checkInByPhone(address, '富岡 次郎', 'ﾄﾐｵｶ ｼﾞﾛｳ', '０９０１２３４０００２')
  await front.getByText('富岡 次郎').first().waitFor()
  await expectAccessible(front)
  await shoot(front, '3-reception')
  await shoot(hanako, '3-phone')
  return { hanako, jiro }
}

/** A request comes in by telephone and needs no visit. */
async function takeTheCall({ profile, front, shoot }: Scene): Promise<void> {
  await show(front, profile, 'needs')
  await receiveNeed(front)
  await shoot(front, '4-needs')
  await front.getByRole('radio', { name: '不要' }).check({ force: true })
  await front.keyboard.press('Control+Enter')
  await front.getByText(/N-001/).first().waitFor()
  await expectAccessible(front)
  await shoot(front, '5-received')
}

/** The dispatch desk puts both to work, by keys. */
async function sendThemOut({ profile, dispatch, hanako, jiro, shoot }: Scene): Promise<void> {
  await show(dispatch, profile, 'dispatch')
  await dispatch.getByText('N-001').first().waitFor()
  await dispatch.locator('.people-panel button.token').nth(1).waitFor()
  await shoot(dispatch, '6-wall')
  for (const key of ['p', 'Space', 'ArrowRight', 'Space', 'w', 'Enter', 'Enter']) await dispatch.keyboard.press(key)
  const team = dispatch.getByRole('region', { name: '1班' })
  await team.waitFor()
  for (const phone of [hanako, jiro]) await phone.getByRole('alertdialog').getByText('班が決まりました').waitFor()
  await team.getByRole('button', { name: /^1\s/ }).click()
  await expectAccessible(dispatch)
  await shoot(dispatch, '7-team')
  await shoot(hanako, '7-phone')
  for (const phone of [hanako, jiro]) await phone.getByRole('button', { name: 'わかりました' }).click()
  expect(await jiro.getByText('2-9-1').count()).toBe(0)
  if (profile === 'standard') {
    await dispatch.keyboard.press('F7')
    await team.getByRole('button', { name: /説明済み/, pressed: true }).waitFor()
  }
  const [sheet] = await Promise.all([dispatch.context().waitForEvent('page'), dispatch.keyboard.press('F8')])
  await sheet.getByText('活動依頼書').first().waitFor()
  await expectAccessible(sheet)
  await shoot(sheet, '8-sheet')
  await sheet.close()
  await team.getByRole('button', { name: /^出発/ }).click()

  // Both phones see the place while the team is out.
  for (const phone of [hanako, jiro]) await phone.getByText('2-9-1').waitFor()
  await hanako.getByRole('button', { name: '着いた' }).click()
  await hanako
    .getByText(/に届きました/)
    .first()
    .waitFor()
  await expectAccessible(hanako)
  await shoot(hanako, '9-leader')
}

/** The lead stops the day; every phone says that it knows. */
async function stopTheDay({ lead, hanako, jiro, shoot }: Scene): Promise<void> {
  await lead
    .getByRole('button', { name: /活動中止/ })
    .first()
    .click()
  await lead.getByRole('dialog').getByText('暑さ', { exact: true }).click()
  await expectAccessible(lead)
  await lead.getByRole('button', { name: '全員に送る' }).click()
  for (const phone of [hanako, jiro]) await phone.getByRole('alertdialog').getByText('活動中止').waitFor()
  await shoot(jiro, '10-stop')
  await lead.getByRole('button', { name: '未確認 2人' }).first().waitFor()
  for (const phone of [hanako, jiro]) await phone.getByRole('button', { name: 'わかりました' }).click()
  await lead.getByText('全員が確認しました').first().waitFor()
}

/** The leader reports, the team comes home, and the report is heard with its need in one act. */
async function comeHome({ profile, front, hanako, jiro, shoot }: Scene): Promise<void> {
  await hanako.getByRole('button', { name: '終わった' }).click()
  await hanako.getByRole('button', { name: /^報告を書く/ }).click()
  await hanako.getByText('完了', { exact: true }).first().click()
  await hanako.getByLabel('したこと').fill('たんすを起こした')
  await shoot(hanako, '11-report')
  await hanako.getByRole('button', { name: '報告を送る' }).click()
  await hanako.getByText(/報告が届きました/).waitFor()
  await show(front, profile, 'return')
  await front.getByRole('textbox', { name: /読み取る/ }).fill('１')
  await front.keyboard.press('Enter')
  await front.getByText('おかえりなさい').first().waitFor()
  await shoot(front, '12-return')
  await front.keyboard.press('Control+Enter')
  await front.getByRole('button', { name: '3つともなし' }).click()
  await front.getByText(/リーダーが .* にスマートフォンから送った報告/).waitFor()
  await expectAccessible(front)
  await shoot(front, '13-report')
  await front.keyboard.press('Control+Enter')
  await front.getByText('おつかれさまでした').first().waitFor()
  for (const phone of [hanako, jiro]) await expect.poll(() => phone.getByText('2-9-1').count()).toBe(0)
  await front.keyboard.press('Control+Enter')
  await front.getByText('全員、退所か待機になりました').waitFor()
  await jiro.getByText('お疲れさまでした').waitFor()
  await shoot(jiro, '14-home')
}

/** Everyone is home: the lead closes the day, and the figures agree. */
async function closeTheDay({ profile, lead, shoot }: Scene): Promise<void> {
  await show(lead, profile, profile === 'small' ? 'return' : 'lead')
  await lead.getByText('活動中の人はいません').waitFor()
  await shoot(lead, '15-close')
  for (const box of await lead.locator('.home-item input[type=checkbox]').all()) await box.check()
  for (const field of await lead.locator('.home-item input[type=text]').all()) await field.fill('あす朝に')
  await lead.getByRole('button', { name: /第1日を終える/ }).click()
  await lead
    .getByRole('dialog')
    .getByRole('button', { name: /第1日を終える/ })
    .click()
  await lead
    .getByText(/に終えました|に閉じました/)
    .first()
    .waitFor()
  await expect.poll(() => lead.getByText('活動中止（暑さ）').count()).toBe(0)
  await shoot(lead, '16-closed')
  await expectAccessible(lead)
}

test.each(['standard', 'small'] as const)(
  'a whole day under the %s profile, from the poster to everyone home',
  async (profile) => {
    const { address, center, close } = await openRealCenter(new RunningClock())
    onTestFinished(close)
    const shoot = async (page: Page, name: string) => {
      if (shots) await page.screenshot({ path: `${shots}/day-${profile}-${name}.png` })
    }
    const { page: lead, context } = await newDevice('desk')
    onTestFinished(() => context.close())
    await setUp(lead, address, profile)
    await shoot(lead, '1-set-up')
    await openTheDay(lead, profile)
    await shoot(lead, '2-day')
    const senior = new Sender(center, {
      kind: 'staff',
      staffId: newId(),
      sessionId: newId(),
      name: '佐藤',
      capabilities,
    })
    const desks = { 恵美: ['reception', 'needs', 'return'], 愛子: ['dispatch'] }
    for (const [name, own] of Object.entries(desks)) {
      const deskNames = profile === 'small' ? ['frontDesk'] : own
      await senior.send('access.addStaff', { staffId: newId(), name, pin, deskNames })
    }
    const staffed = {
      address,
      profile,
      lead,
      shoot,
      front: await seat(address, '恵美'),
      dispatch: await seat(address, '愛子'),
    }
    const scene: Scene = { ...staffed, ...(await checkInTwo(staffed)) }
    await takeTheCall(scene)
    await sendThemOut(scene)
    await stopTheDay(scene)
    await comeHome(scene)
    await closeTheDay(scene)
    const { store } = await Device.open(center, senior.actor)
    expect(store.all('need')).toMatchObject([{ number: 1, status: 'completed', assignedCount: 0 }])
    expect(store.all('attendance').map(({ status }) => status)).toEqual(['left', 'left'])
    expect(store.all('day')).toMatchObject([{ status: 'closed' }])
  },
)
