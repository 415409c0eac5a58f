import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/authz.ts'

/** Tens of thousands of cells, on a machine that may be busy with others. */
const patienceMs = 300_000

test(
  'every door, act and question is open to exactly those of whom the tables say so',
  async () => {
    const result = await row.run({ share: 1 / 20 })
    expect(result).toMatchObject({ lost: 0, duplicated: 0, violations: 0 })
    expect(result.more?.cells).toBeGreaterThan(5000)
  },
  patienceMs,
)

test(
  'a server that lets any desk do what one may, shows the place at any time or prints a story on a sheet is caught',
  async () => {
    for (const result of await row.control({ share: 1 })) expect(isCaught(result), result.name).toBe(true)
  },
  patienceMs,
)
