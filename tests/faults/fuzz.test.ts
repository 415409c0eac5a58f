import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/fuzz.ts'

test('whatever is sent to any door, act, question or line is answered, and the center lives on', async () => {
  const result = await row.run({ share: 8 / 2000 })
  expect(result).toMatchObject({ lost: 0, duplicated: 0, violations: 0 })
  expect(result.more?.inputs).toBeGreaterThan(1000)
})

test('a server that reads whatever it is given, and one that a line brings down, are caught', async () => {
  for (const result of await row.control({ share: 1 / 40 })) expect(isCaught(result), result.name).toBe(true)
})
