import { expect, onTestFinished, test, vi } from 'vitest'
import { readScenario } from '#drills/core/read-scenario.ts'
import { playUntil, prepareDrill } from '#drills/core/run-drill.ts'
import { faultsOf } from '#drills/core/scenario-text.ts'
import { openDrillInMemory } from '#drills/open-drill.ts'
import { playHeadless } from '#drills/play-headless.ts'
import { bankData } from '#drills/scenarios/bank.ts'
import { issuesOfCenter } from '#server/practice/drill-room.ts'
import { drillStates } from '#server/practice/drill-tables.ts'
import { checkItems } from '#server/readiness/readiness-tables.ts'
import { newId } from '#shared/core/ids.ts'
import { usualLists } from '#shared/texts/usual-lists.ts'

vi.setConfig({ testTimeout: 60_000 })

const openedWith = (name: string, opening: object) => ({ ...bankData(name), opening })
const doneOf = (items: Awaited<ReturnType<typeof checkItems.where>>) =>
  items.flatMap(({ key, doneAt }) => (doneAt === null ? [] : key)).toSorted()

test('a drill begins with the usual lists, with line and power, and with what its scenario says is done already', async () => {
  const data = openedWith('first-20-minutes', { done: ['desks-needs'] })
  const { after } = await playHeadless(data, ({ center }) => onTestFinished(() => center.close()))
  const items = await checkItems.where(after.drill.center.db, {})
  expect(items).toHaveLength(usualLists.length)
  expect(doneOf(items)).toEqual(['desks-needs', 'lines-power', 'lines-wifi'])
})

test('line and power that come back are on the list from their time on, and the controller is told when', async () => {
  const drill = await openDrillInMemory(readScenario(bankData('no-line-no-power')))
  onTestFinished(() => drill.center.close())
  await prepareDrill(drill)
  const listed = async (clock: string) => {
    await playUntil(drill, clock)
    return doneOf(await checkItems.where(drill.center.db, {}))
  }
  expect(await listed('09:19')).toEqual(['lines-paper'])
  expect(await listed('09:21')).toEqual(['lines-paper', 'lines-power', 'lines-wifi'])
  const [state] = await drillStates.where(drill.center.db, {})
  const at = new Date(drill.instantOf('09:20')).toISOString()
  expect(state?.opening).toEqual({ lineFrom: at, powerFrom: at, done: 1 })
})

test.each([
  ['first-day', { done: ['no-such-item'] }, '「no-such-item」という項目は、開設準備室の一覧にありません。'],
  ['first-day', { line: '09:00', done: ['lines-wifi'] }, '回線がはじめはないので、「lines-wifi」は済みにできません。'],
  ['first-day', { power: '09:00' }, '電気がないあいだ画面を暗くする操作（practice.startDevicesOff）がありません。'],
  ['no-line-no-power', { power: '10:00' }, '電気は10:00からなので、画面を戻せません。'],
  ['no-line-no-power', { line: '23:00' }, '「23:00」は訓練の時間（08:00から16:30まで）にありません。'],
])('an opening state that cannot be is refused: %s, %j', (name, opening, sentence) => {
  const { faults } = faultsOf(openedWith(name, opening))
  expect(faults.map((fault) => fault.sentence)).toEqual([sentence])
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
