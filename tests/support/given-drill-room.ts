import { readScenarioText } from '#drills/core/scenario-text.ts'
import { bankText } from '#drills/scenarios/bank.ts'
import type { DrillRoom } from '#server/practice/drill-room.ts'
import type { DrillEnd, KeptDrill, StartedDrill } from '#shared/practice/drill-room.ts'
import type { OpenIssue } from '#shared/readiness/open-issue.ts'

/** A morning that fills and empties again. */
const quarters = Array.from({ length: 32 }, (_, index) => ({
  clock: `${String(8 + Math.floor(index / 4)).padStart(2, '0')}:${String((index % 4) * 15).padStart(2, '0')}`,
  arrivals: Math.max(0, 14 - Math.abs(index - 6) * 2),
  calls: index % 3,
  injects: index % 7 === 2 ? 1 : 0,
}))

const staff = [{ name: '汐見 統', pin: '100001', desks: ['lead'] }]

/** A room for drills as the page sees it: what plays them is no part of the page, and has tests of its own. */
export function givenDrillRoom(port = 8090, issues: readonly OpenIssue[] = []) {
  let running: StartedDrill | null = null
  const kept: KeptDrill[] = []
  const ended: DrillEnd[] = []
  const saved: string[] = []
  const about = '地震のあと最初の日。電話と電気がはじめの1時間ありません。'
  const room: DrillRoom = {
    scenarios: async () => [
      { name: 'first-day', title: '最初の一日', about, from: 'bank' },
      { name: 'heat-day', title: '暑い日', about: '暑さ指数が上がり、途中で切り上げます。', from: 'bank' },
      { name: 'ours', title: '去年のもの', about: '去年の訓練をもとに直したもの。', from: 'own' },
    ],
    text: async () => bankText('heat-day'),
    check(text) {
      const { places } = readScenarioText(text)
      return { problems: places.map(({ line, path, sentence }) => ({ line, path, sentence })), quarters }
    },
    async save(text) {
      saved.push(text)
      return { name: 'ours', title: '暑い日', about: '', from: 'own' }
    },
    async start({ name }) {
      running = {
        drillId: 'd1',
        scenarioName: name,
        title: '暑い日',
        heldOn: '2026-11-23',
        port,
        startedAt: '2026-11-23T00:31:00.000Z',
        staff,
      }
      return running
    },
    running: () => running,
    issues: async () => issues,
    async end(how) {
      ended.push(how)
      if (running && how !== 'erase') {
        const { drillId, scenarioName, title } = running
        kept.push({ drillId, scenarioName, title, heldOn: '2026-11-23', sealed: how === 'seal' })
      }
      running = null
    },
    kept: async () => kept,
    async open(drillId) {
      const held = { title: '暑い日', heldOn: '2026-11-23', startedAt: '2026-11-23T00:31:00.000Z' }
      running = { drillId, scenarioName: 'heat-day', ...held, port }
      return running
    },
  }
  return { room, ended, saved }
}
