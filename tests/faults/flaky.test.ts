import { expect, test } from 'vitest'
import { row } from '#tests/faults/rows/flaky.ts'

test('on a Wi-Fi that breaks and with a server that dies, every act of every phone is done exactly once', async () => {
  const result = await row.run({ share: 1 / 40 })
  expect(result).toMatchObject({ acked: 200, lost: 0, duplicated: 0, violations: 0 })
  expect(result.cycles).toBeGreaterThan(0)
  expect(result.more?.brokenPercent).toBeGreaterThanOrEqual(30)
})

test('a server that takes each sending for a new act is caught', async () => {
  const [result] = await row.control({ share: 1 / 40 })
  expect(result?.more?.doublesPercent).toBeGreaterThan(20)
})
