import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/handover.ts'

test('an old laptop that comes to life writes nothing of anyone who has met the new one', async () => {
  const result = await row.run({ share: 1 / 40 })
  expect(result).toMatchObject({ cycles: 2, lost: 0, duplicated: 0, violations: 0 })
  expect(result.more?.sentAfterMeeting).toBeGreaterThan(48)
})

test('a server that does not heed what phones have met is caught', async () => {
  for (const result of await row.control({ share: 1 / 40 })) expect(isCaught(result), result.name).toBe(true)
})
