import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { Room } from '#drills/drill-room.ts'
import { newId } from '#shared/core/ids.ts'
import { expectAccessible, newDevice } from '#tests/support/browser.ts'
import { issueForm, itemForm } from '#tests/support/given-readiness.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const shots = process.env.SASAE_SHOTS

/** A live center whose drills are real ones, in a folder of this test. */
async function centerWithDrills() {
  const data = mkdtempSync(join(tmpdir(), 'sasae-issues-'))
  const room = new Room(data, 8290)
  onTestFinished(async () => {
    await room.close()
    rmSync(data, { recursive: true, force: true })
  })
  const center = await openRealDay({ 統括: ['lead'] }, { drillRoom: room, day: false })
  return { center, room, page: await center.desk('統括') }
}

const part = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()

/** Starts a drill with the button, and sits down at its lead's desk in a browser of its own. */
async function startDrill(page: Page, room: Room): Promise<Page> {
  await part(page, '訓練')
  await page
    .getByRole('radio', { name: /受付の20分/ })
    .first()
    .check()
  await page.getByRole('button', { name: '訓練をはじめる' }).click()
  await page.getByRole('heading', { name: /が動いています/ }).waitFor({ timeout: 60_000 })
  const { port = 0, staff = [] } = room.running() ?? {}
  const lead = staff.find(({ desks }) => desks.includes('lead'))
  const { context, page: drill } = await newDevice('desk')
  onTestFinished(() => context.close())
  const address = `http://localhost:${port}`
  const data = { name: lead?.name, pin: lead?.pin, device: newId() }
  expect((await context.request.post(`${address}/api/session`, { data })).ok()).toBe(true)
  await drill.goto(`${address}/desk`)
  return drill
}

/** The drill has ended when the next may be chosen; then the live center's own issues are opened. */
async function issuesOnceEnded(page: Page): Promise<void> {
  const next = page.getByRole('radio', { name: /受付の20分/ }).first()
  await next.waitFor({ timeout: 60_000 })
  await part(page, '開設準備')
  await tab(page, '課題')
}

test('an issue written in a drill comes to the live center, and comes up at the next drill, where it is dealt with', async () => {
  const { center, room, page } = await centerWithDrills()
  await center.lead.send('readiness.writeItem', itemForm({ text: '倉庫の鍵を開ける', who: '鈴木 一郎' }))
  await center.lead.send('readiness.addIssue', issueForm({ text: '雨の日の列の並べ方', who: '鈴木 一郎' }))

  const first = await startDrill(page, room)
  await part(first, '開設準備')
  await first.getByRole('heading', { name: /^前回からの課題/ }).waitFor()
  await first.getByText('雨の日の列の並べ方').waitFor()
  await first.getByText('倉庫の鍵を開ける').waitFor()
  expect(await first.getByText('鈴木').count()).toBe(0)
  await tab(first, '課題')
  await first.getByRole('button', { name: /^課題を加える/ }).click()
  await first.getByRole('textbox', { name: /^課題/ }).fill('番号札が足りない')
  await first.getByRole('textbox', { name: '担当' }).fill('受付')
  await first.keyboard.press('Control+Enter')
  await first.getByRole('heading', { name: /^この訓練で出た課題/ }).waitFor()
  if (shots) await first.screenshot({ path: `${shots}/issues-in-drill.png` })

  await page.getByRole('button', { name: '残す', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '課題を本番のリストに入れますか' })
  await dialog.getByRole('checkbox', { name: '番号札が足りない' }).waitFor()
  expect(await dialog.getByRole('checkbox').count()).toBe(1)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/issues-dialog.png` })
  await dialog.getByRole('button', { name: '1件を入れて、残す' }).click()
  await issuesOnceEnded(page)
  await page.getByText(/番号札が足りない/).waitFor()
  await page.getByText(/訓練「.*」2026-11-23/).waitFor()
  if (shots) await page.screenshot({ path: `${shots}/issues-live.png` })

  const second = await startDrill(page, room)
  await part(second, '訓練')
  await second.getByRole('heading', { name: '前回からの課題' }).waitFor()
  await second.getByRole('checkbox', { name: '番号札が足りない' }).check()
  await second.getByText('「番号札が足りない」を済みにしました').waitFor()
  await expectAccessible(second)
  if (shots) await second.screenshot({ path: `${shots}/issues-controller.png`, fullPage: true })
  await page.getByRole('button', { name: '消す', exact: true }).click()
  await page.getByRole('group', { name: /^前回からの課題で、済んだもの/ }).waitFor()
  if (shots) await page.screenshot({ path: `${shots}/issues-erase.png` })
  await page.getByRole('button', { name: '1件を入れて、消す' }).click()
  await issuesOnceEnded(page)
  await page.getByRole('heading', { name: /^済んだ課題/ }).waitFor()
  await page.getByRole('button', { name: /番号札が足りない/, pressed: true }).waitFor()
  await page.getByRole('button', { name: '雨の日の列の並べ方 立ち上げ訓練 2026-01-25' }).waitFor()
}, 240_000)
