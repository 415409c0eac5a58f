import { expect, onTestFinished, test, vi } from 'vitest'
import { readScenario } from '#drills/core/read-scenario.ts'
import { prepareDrill } from '#drills/core/run-drill.ts'
import { openDrillInMemory } from '#drills/open-drill.ts'
import { playHeadless } from '#drills/play-headless.ts'
import { bankData } from '#drills/scenarios/bank.ts'
import { issuesOfCenter } from '#server/practice/drill-room.ts'
import { checkItems } from '#server/readiness/readiness-tables.ts'
import { newId } from '#shared/core/ids.ts'
import { usualLists } from '#shared/texts/usual-lists.ts'

vi.setConfig({ testTimeout: 60_000 })

test('a drill begins with the usual lists, and with what its scenario says is done already', async () => {
  const data = { ...bankData('first-20-minutes'), opening: { done: ['lines-power', 'no-such-item'] } }
  const { after } = await playHeadless(data, ({ center }) => onTestFinished(() => center.close()))
  const items = await checkItems.where(after.drill.center.db, {})
  expect(items).toHaveLength(usualLists.length)
  expect(items.flatMap(({ key, doneAt }) => (doneAt === null ? [] : key))).toEqual(['lines-power'])
})

test('a drill that a center holds begins with that center’s lists and open issues', async () => {
  const drill = await openDrillInMemory(readScenario(bankData('first-20-minutes')))
  onTestFinished(() => drill.center.close())
  const own = {
    list: 'lines',
    text: '衛星電話を出す',
    who: '総務',
    due: '',
    asks: '',
    settled: '',
    key: 'lines-power',
  } as const
  const held = { title: '暑い日', heldOn: '2026-11-23' }
  const issue = { id: newId(), text: '番号札が足りない', who: '受付', until: null, drill: held }
  await prepareDrill(drill, 1, { heldOn: '2026-11-28', items: [own], issues: [issue] })
  expect(await checkItems.where(drill.center.db, {})).toMatchObject([own])
  expect(await issuesOfCenter(drill.center)).toMatchObject([{ ...issue, fromBefore: true, doneAt: null }])
})
