import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/backup.ts'

test('copies that are killed leave no bad file under a final name, and a restore loses nothing that is offered', async () => {
  const result = await row.run({ share: 1 / 40 })
  expect(result, result.examples?.join('\n')).toMatchObject({
    lost: 0,
    duplicated: 0,
    violations: 0,
    more: { restores: 2 },
  })
})

test('a copy that is named before it is finished is caught', async () => {
  for (const result of await row.control({ share: 1 / 40 })) expect(isCaught(result), result.name).toBe(true)
})
