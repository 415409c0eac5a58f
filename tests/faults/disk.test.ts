import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/disk.ts'
import { missingTool } from '#tests/faults/tools.ts'

const missing = missingTool(row.needs)

test.skipIf(missing)('a full and a failing disk cost nothing that was answered, and room again is enough', async () => {
  const result = await row.run({ share: 1 / 50 })
  expect(result, result.examples?.join('\n')).toMatchObject({ lost: 0, duplicated: 0, violations: 0 })
  expect(result.acked).toBeGreaterThan(100)
})

test.skipIf(missing)('a server that goes on writing after a failed sync is caught', async () => {
  for (const result of await row.control({ share: 1 / 50 })) expect(isCaught(result), result.name).toBe(true)
})
