import { expect, onTestFinished, test, vi } from 'vitest'
import { playHeadless } from '#drills/play-headless.ts'
import { bankData } from '#drills/scenarios/bank.ts'
import { checkItems } from '#server/readiness/readiness-tables.ts'
import { usualLists } from '#shared/texts/usual-lists.ts'

vi.setConfig({ testTimeout: 60_000 })

test('a drill begins with the usual lists, and with what its scenario says is done already', async () => {
  const data = { ...bankData('first-20-minutes'), opening: { done: ['lines-power', 'no-such-item'] } }
  const { after } = await playHeadless(data, ({ center }) => onTestFinished(() => center.close()))
  const items = await checkItems.where(after.drill.center.db, {})
  expect(items).toHaveLength(usualLists.length)
  expect(items.flatMap(({ key, doneAt }) => (doneAt === null ? [] : key))).toEqual(['lines-power'])
})
