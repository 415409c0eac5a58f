import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/rot.ts'

test('a damaged file is refused, shown exactly, or said to lack so many acts', async () => {
  const result = await row.run({ share: 1 / 40 })
  expect(result, result.examples?.join('\n')).toMatchObject({ cycles: 11, lost: 0, duplicated: 0, violations: 0 })
})

test('a server whose file says nothing of damage is caught', async () => {
  for (const result of await row.control({ share: 1 / 40 })) expect(isCaught(result), result.name).toBe(true)
})
