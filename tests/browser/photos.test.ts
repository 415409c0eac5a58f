import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { layCable } from '#tests/support/cable.ts'
import { needForm, receptionForm } from '#tests/support/given.ts'
import { givenTeam } from '#tests/support/given-dispatch.ts'
import { picture } from '#tests/support/pictures.ts'
import { openRealDay } from '#tests/support/real-day.ts'

type Real = Awaited<ReturnType<typeof openRealDay>>

/** A team at work, and its leader's own page behind a cable. */
async function leaderOutside(real: Real) {
  const people = [receptionForm(), receptionForm()]
  for (const form of people) await real.phone.send('volunteers.checkIn', form)
  const team = await givenTeam(real, { people: people.map(({ attendanceId }) => attendanceId) })
  await real.lead.send('dispatch.dispatchTeam', { workOrderId: team.workOrderId, checked: [] })
  const cable = await layCable(real.served.port)
  const { page, context } = await newDevice('phone')
  onTestFinished(async () => {
    await context.close()
    cable.close()
  })
  await page.goto(`http://localhost:${cable.port}/me#${people[0]?.linkToken}`)
  const understood = page.getByRole('button', { name: 'わかりました' })
  await page.getByRole('region', { name: '写真' }).waitFor()
  if (await understood.isVisible()) await understood.click()
  return { ...team, page, cable }
}

/** Chooses pictures as a camera or a file dialog gives them. */
async function choose(page: Page, kind: string, files: { name: string; bytes: Uint8Array }[]): Promise<void> {
  const dialog = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: `${kind}の写真を加える` }).click()
  const chosen = files.map(({ name, bytes }) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) }))
  await (await dialog).setFiles(chosen)
}

const large = async (colour: string) => ({
  name: 'IMG_1.JPG',
  bytes: await picture({ width: 3000, height: 2000, colour }),
})
const tiles = (page: Page) => page.getByRole('region', { name: '写真' }).getByRole('listitem')

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SASAE_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('a leader’s photos wait behind a cut line, survive a reload, arrive once, and the desks see them', async () => {
  const real = await openRealDay({ 勉: ['needs'], 恵: ['return'] })
  const { page, cable, teamId } = await leaderOutside(real)
  const needsDesk = await real.desk('勉')
  await page.getByText('つながっています').waitFor()
  cable.pull()
  await choose(page, '作業前', [await large('#8a5a2b'), await large('#2b5a8a')])
  await tiles(page).getByText('送信待ち').nth(1).waitFor()
  await expectAccessible(page)
  await shot(page, 'phone-waiting')
  cable.plugIn()
  await tiles(page).getByText('送りました').nth(1).waitFor({ timeout: 20_000 })
  cable.pull()
  await choose(page, '作業後', [await large('#3f8a2b')])
  await tiles(page).getByText('送信待ち').waitFor()
  cable.plugIn()
  await page.reload()
  await tiles(page).getByText('送りました').nth(2).waitFor({ timeout: 20_000 })
  await expect.poll(() => page.getByText('送信待ち').count()).toBe(0)
  expect(await tiles(page).count()).toBe(3)
  await expectAccessible(page)
  await shot(page, 'phone-sent')
  await needsDesk
    .getByRole('tab', { name: /一覧|ニーズ/ })
    .first()
    .click()
  await needsDesk.getByText('N-001').first().click()
  await expect.poll(() => tiles(needsDesk).count()).toBe(3)
  await expectAccessible(needsDesk)
  await shot(needsDesk, 'needs-desk')
  await tiles(needsDesk).first().getByRole('button').click()
  const whole = needsDesk.getByRole('dialog').getByRole('img')
  await expect.poll(() => whole.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600)
  await expectAccessible(needsDesk)
  await shot(needsDesk, 'viewer')
  await needsDesk.keyboard.press('ArrowRight')
  await needsDesk.getByRole('heading', { name: '作業前の写真 2／3' }).waitFor()
  await needsDesk.getByRole('button', { name: 'この写真を消す' }).click()
  await expect.poll(() => tiles(needsDesk).count()).toBe(2)
  await needsDesk.getByRole('button', { name: '元に戻す' }).click()
  await expect.poll(() => tiles(needsDesk).count()).toBe(3)
  await real.lead.send('reports.receiveTeam', { teamId, missingIds: [] })
  const returnDesk = await real.desk('恵')
  await returnDesk.getByRole('button', { name: /1班/ }).first().click()
  for (const question of ['けが・事故 なし', 'ヒヤリハット なし', /体調.* なし/])
    await returnDesk.getByRole('button', { name: question }).click()
  await expect.poll(() => tiles(returnDesk).count()).toBe(3)
  await choose(returnDesk, '危険', [await large('#8a2b2b')])
  await expect.poll(() => tiles(returnDesk).count()).toBe(4)
  await expectAccessible(returnDesk)
  await shot(returnDesk, 'return-desk')
})

test('at the survey desk what is no photo is refused with a sentence, and a turned photo stands upright', async () => {
  const real = await openRealDay({ 現: ['survey'] })
  const desk = await real.desk('現')
  const form = needForm({ asked: { survey: 'needed' } })
  await real.lead.send('needs.receiveNeed', form)
  await desk.getByText('N-001').first().click()
  const turned = await picture({ width: 800, height: 400, orientation: 6 })
  await choose(desk, '危険', [{ name: 'turned.jpg', bytes: turned }])
  await expect.poll(() => tiles(desk).count()).toBe(1)
  await tiles(desk).first().getByRole('button').click()
  const whole = desk.getByRole('dialog').getByRole('img')
  const size = () => whole.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight].join())
  await expect.poll(size).toBe('400,800')
  await desk.keyboard.press('Escape')
  await choose(desk, '作業前', [{ name: 'letter.jpg', bytes: Buffer.from('これは写真ではない'.repeat(50)) }])
  await desk.getByText('写真として読めないファイルです').waitFor()
  await shot(desk, 'survey-desk')
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'この写真をやめる' }).click()
  await expect.poll(() => tiles(desk).count()).toBe(1)
})
