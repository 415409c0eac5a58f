import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/contention.ts'

test('fifty desks that want the same people and needs get them one after the other, and each loser is told by whom', async () => {
  const result = await row.run({ share: 1 / 40 })
  expect(result).toMatchObject({ lost: 0, duplicated: 0, violations: 0 })
  expect(result.acked).toBeGreaterThan(50)
  expect(result.more?.losers).toBeGreaterThan(50)
})

test('a server that does not look at what is so when it decides is caught', async () => {
  for (const result of await row.control({ share: 1 / 40 })) expect(isCaught(result), result.name).toBe(true)
})
