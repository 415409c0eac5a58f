import { afterAll, expect, test, vi } from 'vitest'
import type { Drill } from '#drills/core/drill.ts'
import { playHeadless } from '#drills/play-headless.ts'
import { bankData } from '#drills/scenarios/bank.ts'
import { openAgain } from '#server/app.ts'
import { readHistory } from '#server/lookback/history.ts'
import type { History } from '#shared/lookback/history.ts'
import { scoreOf } from '#shared/lookback/score.ts'
import { historyOfDate, shownHistory } from '#shared/lookback/shown.ts'
import { Story } from '#shared/lookback/story.ts'
import { records } from '#shared/records.ts'
import { deadEnds, leadAudiences } from '#tests/support/walk-figures.ts'

const firstDay = bankData('first-day')
const growing = bankData('growing')

vi.setConfig({ testTimeout: 120_000 })

const opened: Drill[] = []
afterAll(async () => {
  for (const { center } of opened) await center.close()
})

/** The last version of every record of a kind that history tells of. */
function lastOf({ moments }: History, kind: string): Map<string, object> {
  const last = new Map<string, object>()
  for (const { records: changed } of moments)
    for (const one of changed) if (one.kind === kind) last.set(one.record.id, one.record)
  return last
}

async function held(drill: Drill): Promise<Map<string, Map<string, object>>> {
  const [lead] = drill.staff.values()
  if (!lead) throw new Error('a drill has a lead')
  const device = await drill.device(lead)
  device.close()
  const kinds = Object.keys(records) as (keyof typeof records)[]
  return new Map(kinds.map((kind) => [kind, new Map(device.all(kind).map((record) => [record.id, record]))]))
}

test.each([firstDay, growing])('history of $name ends where the center ended, record by record', async (data) => {
  const { after } = await playHeadless(data, (drill) => opened.push(drill))
  const { center } = after.drill
  const history = await readHistory(center.db, openAgain(center.kind))
  expect(history.gaps).toEqual([])
  const score = scoreOf(history, history.facts)
  expect(deadEnds(score, shownHistory(history, leadAudiences))).toEqual([])
  const [{ date } = { date: '' }] = new Story(history).last('day').map(({ record }) => record)
  const ofDay = scoreOf(historyOfDate(history, date), history.facts)
  expect(deadEnds(ofDay, historyOfDate(shownHistory(history, leadAudiences), date))).toEqual([])
  // A well-run day keeps nearly every point.
  const { got, of } = score.total
  expect(got / of).toBeGreaterThan(0.95)
  let compared = 0
  for (const [kind, shelf] of await held(after.drill)) {
    // A password of the Wi-Fi is kept by no log.
    if (kind === 'wifi') continue
    const last = lastOf(history, kind)
    for (const [id, record] of shelf) {
      expect([kind, last.get(id)]).toEqual([kind, record])
      compared++
    }
  }
  expect(compared).toBeGreaterThan(500)
})
