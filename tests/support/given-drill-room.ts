import { editScenario } from '#drills/editing/edit-scenario.ts'
import type { DrillRoom } from '#server/practice/drill-room.ts'
import { notFound } from '#shared/core/problems.ts'
import type { DrillEnd, KeptDrill, StartedDrill } from '#shared/practice/drill-room.ts'
import type { OpenIssue } from '#shared/readiness/open-issue.ts'

const staff = [{ name: '汐見 統', pin: '100001', desks: ['lead'] }]

/** A room for drills as the page sees it: what plays them is no part of the page, and has tests of its own. */
export function givenDrillRoom(port = 8090, issues: readonly OpenIssue[] = []) {
  let running: StartedDrill | null = null
  const kept: KeptDrill[] = []
  const ended: DrillEnd[] = []
  const about = '地震のあと最初の日。電話と電気がはじめの1時間ありません。'
  const room: DrillRoom = {
    scenarios: async () => [
      { name: 'first-day', title: '最初の一日', about, from: 'bank' },
      { name: 'heat-day', title: '暑い日', about: '暑さ指数が上がり、途中で切り上げます。', from: 'bank' },
      {
        name: 'broken',
        title: 'broken.yaml',
        about: '',
        from: 'own',
        unfit: { line: 12, sentence: '「25:10」は時刻ではありません。' },
      },
      { name: 'ours', title: '去年のもの', about: '去年の訓練をもとに直したもの。', from: 'own' },
    ],
    read: async () => undefined,
    edit: editScenario,
    async save() {
      throw notFound({ kind: 'scenario' })
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
  return { room, ended }
}
