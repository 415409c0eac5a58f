import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DrillFolder } from '#drills/core/drill-folder.ts'
import { readScenario } from '#drills/core/read-scenario.ts'
import { bankData } from '#drills/scenarios/bank.ts'
import { scoresBeside } from '#drills/scores-beside.ts'
import { openCenterOnFile } from '#server/app.ts'
import { getCenter } from '#server/center/centers.ts'
import { afterActionSheets } from '#server/lookback/after-action-sheet.ts'
import { newId } from '#shared/core/ids.ts'
import { scoreOf } from '#shared/lookback/score.ts'
import { Story } from '#shared/lookback/story.ts'
import { deskSenders, emptyCenter, setUpAndOpen, TestClock } from '#tests/support/center.ts'
import { givenNeed, givenWaiting } from '#tests/support/given-dispatch.ts'
import { servedCenter, Visitor } from '#tests/support/served.ts'
import { figureIn } from '#tests/support/small-day.ts'

test('the report has figures, plots, a map and room to write, and names nobody', async () => {
  const desks = await servedCenter({ kind: 'drill' })
  await givenNeed(desks, { household: { name: '世帯カナリア' } })
  desks.clock.pass(20)
  await givenWaiting(desks.phone, 2, { name: '人カナリア' })
  desks.clock.pass(20)
  await givenWaiting(desks.phone, 1, { name: '人カナリア' })
  const lead = Visitor.onTheLaptop(desks.served.port)
  await lead.signIn({ name: '佐藤' }, '123456')
  const page = await (await lead.fetch('GET', '/sheets/after-action')).text()
  expect(page).toContain('data-kind="drill"')
  for (const words of ['点中', '受付した人と列', '依頼の減り方', '話し合いたい場面', '次に変えること', '泥亀二丁目'])
    expect(page).toContain(words)
  expect(page.match(/<polyline/g)?.length).toBeGreaterThan(3)
  expect(page).not.toContain('カナリア')
  const day = await (await lead.fetch('GET', '/sheets/after-action?date=2026-11-23')).text()
  expect(day).toContain('2026年11月23日')
  const wrong = await lead.fetch('GET', '/sheets/after-action?date=2020-01-01')
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
  const beside = await scoresBeside(scenario, now.file)
  expect(beside.map(({ title }) => title)).toEqual(['全員が模擬', '2025-11-23'])
  expect(beside.map(({ score }) => figureIn(score, 'notSentHome').value)).toEqual([0, 2])
  const { center, clock } = await emptyCenter('drill')
  await setUpAndOpen(center)
  const story = new Story({ moments: [] })
  const report = { center: await center.read(getCenter), date: '2026-11-23', now: clock.now(), story, others: beside }
  const [, second] = afterActionSheets({ ...report, score: scoreOf({ moments: [], gaps: [] }) })
  expect(String(await second)).toContain('2025-11-23</th>')
})
