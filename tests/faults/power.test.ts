import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/power.ts'
import { missingTool } from '#tests/faults/tools.ts'

const missing = missingTool(row.needs)

test.skipIf(missing)(
  'whatever the disk kept of a cut of power opens whole, with every act that was answered',
  async () => {
    const result = await row.run({ share: 1 / 100 })
    expect(result, result.examples?.join('\n')).toMatchObject({
      lost: 0,
      duplicated: 0,
      violations: 0,
      more: { images: 200 },
    })
    expect(result.acked).toBeGreaterThan(10)
  },
)

test.skipIf(missing)('a server that does not wait for the disk is caught', async () => {
  for (const result of await row.control({ share: 1 / 100 })) expect(isCaught(result), result.name).toBe(true)
})
