import { expect, test } from 'vitest'
import { isCaught } from '#tests/faults/fault-row.ts'
import { row } from '#tests/faults/rows/inject.ts'

/** A Chromium looks at fifty pages, on a machine that may be busy with others. */
const patienceMs = 300_000

test(
  'scripts and formulas that people type are text on every screen and sheet, and no formula in any export',
  async () => {
    const result = await row.run({ share: 4 / 100 })
    expect(result).toMatchObject({ lost: 0, duplicated: 0, violations: 0 })
    expect(result.cycles).toBeGreaterThan(30)
    expect(result.more?.texts).toBeGreaterThan(100)
    expect(result.more?.exports).toBeGreaterThan(0)
    expect(result.more?.panels).toBeGreaterThan(20)
  },
  patienceMs,
)

test(
  'a server that takes text for markup, one without a policy, and one that writes cells as typed are caught',
  async () => {
    for (const result of await row.control({ share: 1 / 100 })) expect(isCaught(result), result.name).toBe(true)
  },
  patienceMs,
)
