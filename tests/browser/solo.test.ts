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
