import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/clocks.ts'
import { missingTool } from '#tests/faults/tools.ts'

const missing = missingTool(row.needs)

test.skipIf(missing)('no clock that jumps or stands still changes the order of acts or who is signed in', async () => {
  const result = await row.run({ share: 1 / 40 })
  expect(result, result.examples?.join('\n')).toMatchObject({ cycles: 8, lost: 0, duplicated: 0, violations: 0 })
})

test.skipIf(missing)('a server whose sessions last by the wall clock is caught', async () => {
  for (const result of await row.control({ share: 1 / 40 })) expect(isCaught(result), result.name).toBe(true)
})
