import { expect, test } from 'vitest'
import { openIssues } from '#server/readiness/readiness-tables.ts'
import { newId } from '#shared/core/ids.ts'
import { expectAccessible } from '#tests/support/browser.ts'
import { givenDrillRoom } from '#tests/support/given-drill-room.ts'
import { openRealDay } from '#tests/support/real-day.ts'

const shots = process.env.SASAE_SHOTS

test('the lead starts a drill with one button, shows its address, and says what becomes of its records', async () => {
  const { room, ended } = givenDrillRoom()
  const center = await openRealDay({ 統括: ['lead'] }, { drillRoom: room, day: false })
  const page = await center.desk('統括')
  await page.getByRole('button', { name: '訓練', exact: true }).click()
  await page.getByText('訓練を選ぶと始められます。').waitFor()
  await expectAccessible(page)
  await page.getByRole('radio', { name: /暑い日/ }).check()
  if (shots) await page.screenshot({ path: `${shots}/drills.png` })
  await page.getByRole('button', { name: '訓練をはじめる' }).click()
  await page.getByRole('heading', { name: '訓練「暑い日」が動いています' }).waitFor()
  expect(await page.getByRole('link', { name: 'デスク' }).getAttribute('href')).toBe('http://localhost:8090/desk')
  await page.getByText(/:8090\/drill/).waitFor()
  await page.getByText('100001').waitFor()
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/drills-running.png` })
  await page.getByRole('button', { name: '名前を消して残す' }).click()
  await page.getByText('（名前は消してあります）').waitFor()
  await page.getByRole('button', { name: 'ひらく 暑い日' }).click()
  await page.getByRole('button', { name: '消す', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '消す' }).click()
  await page.getByText('まだありません。').or(page.getByText('（名前は消してあります）')).waitFor()
  expect(ended).toEqual(['seal', 'erase'])
})

test('what the lead leaves unticked stays in the drill, and without a line the drill does not end', async () => {
  const said = { source: '', who: '受付', until: '2027-01-10', drill: null, fromBefore: false }
  const open = { addedAt: '2026-11-23T01:00:00.000Z', addedBy: '', doneAt: null, doneBy: '' }
  const issues = ['番号札が足りない', '門が1つしかない'].map((text) => ({ id: newId(), text, ...said, ...open }))
  const { room, ended } = givenDrillRoom(8090, issues)
  const center = await openRealDay({ 統括: ['lead'] }, { drillRoom: room, day: false })
  const page = await center.desk('統括')
  await page.getByRole('button', { name: '訓練', exact: true }).click()
  await page.getByRole('radio', { name: /暑い日/ }).check()
  await page.getByRole('button', { name: '訓練をはじめる' }).click()
  await page.getByRole('button', { name: '残す', exact: true }).click()
  await page.getByRole('checkbox', { name: '門が1つしかない' }).uncheck()
  if (shots) {
    await page.setViewportSize({ width: 360, height: 780 })
    await page.screenshot({ path: `${shots}/drills-issues-360.png` })
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  const end = page.getByRole('button', { name: '1件を入れて、残す' })
  await page.context().setOffline(true)
  await end.click()
  await page.getByText(/課題はこの端末に残しました/).waitFor()
  expect(ended).toEqual([])
  await page.context().setOffline(false)
  await end.click()
  await page
    .getByText('まだありません。')
    .or(page.getByRole('button', { name: 'ひらく 暑い日' }))
    .waitFor()
  expect(ended).toEqual(['keep'])
  expect(await center.center.read((tx) => openIssues.where(tx, {}))).toMatchObject([
    { text: '番号札が足りない', drill: { title: '暑い日', heldOn: '2026-11-23' } },
  ])
})

test('while people are at work for real the button says why it cannot be pressed', async () => {
  const { room } = givenDrillRoom()
  const center = await openRealDay({ 統括: ['lead'] }, { drillRoom: room })
  const page = await center.desk('統括')
  await page.getByRole('button', { name: '訓練', exact: true }).click()
  await page.getByText(/活動日が開いています。本番の活動をしているあいだ/).waitFor()
  const start = page.getByRole('button', { name: '訓練をはじめる' })
  expect(await start.getAttribute('aria-disabled')).toBe('true')
})

test('a scenario with something to mend is named by its file and its line, and is not started', async () => {
  const { room } = givenDrillRoom()
  const center = await openRealDay({ 統括: ['lead'] }, { drillRoom: room, day: false })
  const page = await center.desk('統括')
  await page.getByRole('button', { name: '訓練', exact: true }).click()
  await page.getByRole('radio', { name: /broken/ }).check()
  await page
    .getByText(/broken.yaml の12行目に直すところがあります/)
    .first()
    .waitFor()
  const start = page.getByRole('button', { name: '訓練をはじめる' })
  expect(await start.getAttribute('aria-disabled')).toBe('true')
  if (shots) await page.screenshot({ path: `${shots}/drills-unfit.png` })
})
