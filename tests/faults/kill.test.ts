import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/kill.ts'

test('whatever was answered outlives five kills, once each, and refusals leave nothing behind', async () => {
  const result = await row.run({ share: 5 / 200 })
  expect(result, result.examples?.join('\n')).toMatchObject({ cycles: 5, lost: 0, duplicated: 0, violations: 0 })
  expect(result.acked).toBeGreaterThan(300)
})

test('a server that answers too early, and one whose refusals leak, are caught', async () => {
  for (const result of await row.control({ share: 1 / 40 })) expect(isCaught(result), result.name).toBe(true)
})
