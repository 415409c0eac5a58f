import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/stale.ts'

test('desk, phone and wall say that they are old when their line is cut, and are current again afterwards', async () => {
  expect(await row.run({ share: 1 / 40 })).toMatchObject({ cycles: 3, violations: 0 })
})

test('a screen that never notices is caught', async () => {
  for (const result of await row.control({ share: 1 / 40 })) expect(isCaught(result), result.name).toBe(true)
})
