import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/storm.ts'

test('two hundred phones whose server dies are all back at the present number by themselves', async () => {
  const result = await row.run({ share: 1 / 40 })
  expect(result).toMatchObject({ cycles: 1, acked: 200, violations: 0 })
})

test('a server that keeps something of each socket, and one that catches up with the past, are caught', async () => {
  for (const result of await row.control({ share: 1 / 40 })) expect(isCaught(result), result.name).toBe(true)
})
