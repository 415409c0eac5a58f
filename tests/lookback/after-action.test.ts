import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { DrillFolder } from '#drills/core/drill-folder.ts'
import { readScenario } from '#drills/core/read-scenario.ts'
import { bankData } from '#drills/scenarios/bank.ts'
import { scoresBeside } from '#drills/scores-beside.ts'
import { comparedInThread } from '#drills/summary/score-thread.ts'
import { openCenterOnFile } from '#server/app.ts'
import { getCenter } from '#server/center/centers.ts'
import { afterActionSheets } from '#server/lookback/after-action-sheet.ts'
import type { Compared } from '#server/lookback/compared.ts'
import { onPaper, unitsPerMetre } from '#server/lookback/ward-paper.ts'
import { getNeed } from '#server/needs/needs.ts'
import { newId } from '#shared/core/ids.ts'
import { scoreOf } from '#shared/lookback/score.ts'
import { Story } from '#shared/lookback/story.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { deskSenders, emptyCenter, setUpAndOpen, TestClock } from '#tests/support/center.ts'
import { needForm, withheld } from '#tests/support/given.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'
import { figureIn } from '#tests/support/small-day.ts'
import { whenTold } from '#tests/support/when-told.ts'

test('the report has figures, plots, a map and room to write, and names nobody', async () => {
  const desks = await servedCenter({ kind: 'drill' })
  await givenNeed(desks, { household: { name: '世帯カナリア' } })
  desks.clock.pass(20)
  await givenWaiting(desks.phone, 2, { name: '人カナリア' })
  desks.clock.pass(20)
  await givenWaiting(desks.phone, 1, { name: '人カナリア' })
  const lead = Visitor.onTheLaptop(desks.served.port)
  await lead.signIn({ name: '佐藤' }, '123456')
  const page = await (await whenTold(() => lead.fetch('GET', '/sheets/after-action'))).text()
  expect(page).toContain('data-kind="drill"')
  for (const words of [
    'この日はまだ閉じていません。',
    '点中',
    '受付した人と列',
    '依頼の減り方',
    '話し合いたい場面',
    '次に変えること',
    '泥亀二丁目',
  ])
    expect(page).toContain(words)
  expect(page.match(/<polyline/g)?.length).toBeGreaterThan(3)
  expect(page).not.toContain('カナリア')
  const day = await (await whenTold(() => lead.fetch('GET', '/sheets/after-action?date=2026-11-23'))).text()
  expect(day).toContain('2026年11月23日')
  const wrong = await whenTold(() => lead.fetch('GET', '/sheets/after-action?date=2020-01-01'))
  expect(await wrong.text()).toContain('記録がありません。')
})

test('no other desk reads it', async () => {
  const desks = await servedCenter()
  const staff = { staffId: newId(), name: '総務の人', pin: '222222', deskNames: ['affairs'] }
  await desks.lead.send('access.addStaff', staff)
  const other = Visitor.onTheLaptop(desks.served.port)
  await other.signIn({ name: '総務の人' }, '222222')
  expect(await other.code('GET', '/sheets/after-action')).toBe('core.notAllowed')
})

test('it is held against simulated people alone, and against the last drills of the same scenario', async () => {
  const data = mkdtempSync(join(tmpdir(), 'sasae-data-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const scenario = readScenario(bankData('first-day'))
  const hold = async (heldOn: string) => {
    const note = { drillId: newId(), scenarioName: scenario.name, title: '', heldOn, speed: 1, scenario }
    const folder = DrillFolder.make(data, { ...note, ended: 'kept' })
    const center = await openCenterOnFile({ file: folder.file, key: folder.key, clock: new TestClock(), kind: 'drill' })
    await setUpAndOpen(center)
    await givenWaiting(deskSenders(center).phone, 2)
    await center.close()
    return folder
  }
  await hold('2025-11-23')
  const now = await hold('2026-11-23')
  const others: Compared['others'][number][] = []
  for await (const one of scoresBeside(scenario, now.file)) others.push(one)
  expect(others.map(({ title }) => title)).toEqual(['2025-11-23', '全員が模擬'])
  expect(others.map(({ score }) => figureIn(score, 'notSentHome').value)).toEqual([2, 0])
  const { center, clock } = await emptyCenter('drill')
  await setUpAndOpen(center)
  const story = new Story({ moments: [] })
  const about = { center: await center.read(getCenter), date: '2026-11-23', now: clock.now() }
  const report = { ...about, story, shown: story, score: scoreOf({ moments: [], gaps: [] }) }
  const [, second] = afterActionSheets({ ...report, compared: { others, isDone: true } })
  expect(String(await second)).toContain('2025-11-23</th>')
  const [first, then] = afterActionSheets({ ...report, compared: { others: [], isDone: false } })
  expect(String(await first)).toContain('いま計算しています')
  expect(String(await then)).not.toContain('くらべる</h1>')
})

test('the comparison is worked out beside the drill, and comes when it is there', async () => {
  const scenario = readScenario({ ...bankData('first-20-minutes') })
  const compared = comparedInThread(scenario, undefined)
  onTestFinished(() => compared.stop())
  expect(compared.now()).toEqual({ others: [], isDone: false })
  await vi.waitFor(() => expect(compared.now().isDone).toBe(true), { timeout: 60_000, interval: 200 })
  expect(compared.now().others.map(({ title }) => title)).toEqual(['全員が模擬'])
}, 90_000)

/** The first mark on the map of the report of a center that knows of one home; its place may be withheld later on. */
async function markOfHome(withheldLater: boolean): Promise<string> {
  const desks = await servedCenter({ kind: 'drill' })
  const form = needForm({ contact: { ...home, addressLine: '番地カナリア9-9' } })
  await desks.ben.send('needs.receiveNeed', form)
  const need = await getNeed(desks.center.db, form.needId)
  if (withheldLater) await desks.ben.send('needs.changeNeed', withheld(form))
  const lead = Visitor.onTheLaptop(desks.served.port)
  await lead.signIn({ name: '佐藤' }, '123456')
  const page = await (await whenTold(() => lead.fetch('GET', '/sheets/after-action'))).text()
  expect(page).not.toContain('カナリア')
  expect(page).toContain(needNumberText(need.number))
  return /<circle[^>]* r="6.5"[^>]*>/.exec(page)?.[0] ?? ''
}

const home = { lat: 35.34561, lng: 139.62345 }

test('a home is drawn about where it is, and by its town alone where its place is withheld', async () => {
  const metresFromHome = (mark: string) => {
    const [, cx = '', cy = ''] = /cx="([\d.]+)" cy="([\d.]+)"/.exec(mark) ?? []
    const { x, y } = onPaper(home)
    return Math.hypot(Number(cx) - x, Number(cy) - y) / unitsPerMetre
  }
  const known = await markOfHome(false)
  expect(known).not.toContain('dasharray')
  expect(metresFromHome(known)).toBeGreaterThan(5)
  expect(metresFromHome(known)).toBeLessThan(75)
  const withheld = await markOfHome(true)
  expect(withheld).toContain('dasharray')
  expect(metresFromHome(withheld)).toBeGreaterThan(300)
})
