import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { Room } from '#drills/drill-room.ts'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'

const shots = process.env.SASAE_SHOTS

/** The round for one person, as the lead's desk starts it. */
async function startRound(speed: number): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'sasae-solo-'))
  const room = new Room(data, 8390)
  onTestFinished(async () => {
    await room.close()
    rmSync(data, { recursive: true, force: true })
  })
  const { port, soloDesk } = await room.start({ name: 'first-20-minutes', speed })
  expect(soloDesk).toBe('reception')
  return `http://localhost:${port}`
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/solo-${name}.png` })
}

test('a name is all it takes; the coach follows what one does, and the round is played once more', async () => {
  const address = await startRound(60)
  const { page, context } = await newDevice('desk')
  onTestFinished(() => context.close())
  await page.goto(`${address}/drill`)
  await page.getByRole('heading', { name: '受付をひとりで練習する' }).waitFor()
  await expectAccessible(page)
  await shoot(page, 'begin')
  await page.getByRole('button', { name: 'はじめる' }).click()
  await page.getByText('お名前を入れてください。').waitFor()
  await page.getByRole('textbox', { name: 'お名前' }).fill('洲崎')
  await page.getByRole('button', { name: 'はじめる' }).click()

  const coach = page.getByRole('region', { name: 'コーチ' })
  await coach.waitFor()
  await shoot(page, 'waiting')
  // The clock began to run with them.
  await coach.getByRole('heading').first().waitFor()
  await expectAccessible(page)
  await shoot(page, 'first-word')
  await coach.getByRole('button', { name: 'ここで終わりにする' }).click()

  await page.getByRole('heading', { name: 'おつかれさまでした' }).waitFor()
  await page.getByText(/コーチが頼んだ/).waitFor()
  await expectAccessible(page)
  await shoot(page, 'over')
  await page.getByRole('button', { name: 'もう一度' }).click()
  await page.getByRole('heading', { name: '受付をひとりで練習する' }).waitFor({ timeout: 60_000 })
  expect(await page.getByRole('textbox', { name: 'お名前' }).inputValue()).toBe('洲崎')
  await page.getByRole('button', { name: 'はじめる' }).click()
  await coach.waitFor()
  await shoot(page, 'again')
})

/** What somebody does who has nothing but the screen: each by the words that the coach uses. */
const asked: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async 体調が心配な人(page) {
    await page
      .getByRole('row', { name: /体調相談/ })
      .first()
      .click()
    await page.getByRole('button', { name: /体調相談を終える/ }).click()
  },
  async 保険に入っていない人(page) {
    await page
      .getByRole('row', { name: /未加入/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'きょう、ここで加入した' }).click()
  },
  async 同意書のない高校生(page) {
    await page
      .getByRole('row', { name: /保護者の同意がまだ/ })
      .first()
      .click()
    await page.getByRole('button', { name: '同意書・電話で確認した' }).click()
  },
  async スマートフォンのない人(page) {
    const told = await page.locator('.inject-says').first().innerText()
    const found = (pattern: RegExp) => pattern.exec(told)?.[1] ?? ''
    await page.getByRole('button', { name: '代行入力' }).click()
    await page.locator('#desk-name').fill(found(/(\S+ \S+)（/))
    await page.locator('#desk-nameKana').fill(found(/^\S+ \S+（(.+)）/))
    await page.locator('#desk-phone').fill(found(/電話: (\d+)/))
    await page.locator('#desk-birthDate').fill(found(/生年月日: (\S+)/))
    await page.locator('#desk-emergencyName').fill(found(/緊急連絡先: (.+)（/))
    await page.locator('#desk-emergencyPhone').fill(found(/緊急連絡先: .+ (\d+)/))
    await page.locator('#desk-emergencyRelation').fill(found(/（([^（]+)） \d/))
    await page.locator('#desk-insurance input').first().check()
    await page.locator('#desk-health input').first().check()
    await page.locator('#desk-consent').check()
    await shoot(page, 'proxy')
    await page.getByRole('button', { name: '受付する' }).click()
  },
  async 'もう受付した人が、また来た'(page) {
    await page
      .getByRole('button', { name: /すみました/ })
      .first()
      .click()
  },
}

test('everything that the coach asks for can be found on the screen by the words the coach uses', async () => {
  const address = await startRound(50)
  const { page, context } = await newDevice('desk')
  onTestFinished(() => context.close())
  await page.goto(`${address}/drill`)
  await page.getByRole('textbox', { name: 'お名前' }).fill('洲崎')
  await page.getByRole('button', { name: 'はじめる' }).click()
  const coach = page.getByRole('region', { name: 'コーチ' })
  const done: string[] = []
  while (done.length < 5) {
    const title = await coach.getByRole('heading').first().innerText({ timeout: 90_000 })
    if (done.includes(title)) throw new Error(`${title} was not seen to be done`)
    await asked[title]?.(page)
    await coach.getByText(`できました: ${title}`).waitFor()
    done.push(title)
    await shoot(page, `done-${done.length}`)
  }
  // Nobody is left standing there; then the round ends by itself.
  const over = page.getByRole('heading', { name: 'おつかれさまでした' })
  const waiting = page.getByRole('button', { name: /すみました/ }).first()
  const sendOn = async () => {
    if (await waiting.isVisible()) await waiting.click()
    return over.count()
  }
  await expect.poll(sendOn, { timeout: 90_000, interval: 300 }).toBe(1)
  await page.getByText('コーチが頼んだ5つのうち').waitFor()
  await shoot(page, 'all-done')
})
