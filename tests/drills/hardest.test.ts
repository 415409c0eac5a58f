import { expect, test, vi } from 'vitest'
import { bankData } from '#drills/scenarios/bank.ts'
import { failed, play } from '#tests/support/played-drills.ts'

vi.setConfig({ testTimeout: 120_000 })

// With more seeds by `npm run drill -- run --all --seeds 5`.
test.each(['big-holiday', 'long-tail', 'slope-kamariya-mutsuura', 'wave-fukuura-sachiura'])(
  'a well-run center meets every expectation of %s',
  async (name) => {
    const { outcomes } = await play(bankData(name))
    expect(failed(outcomes)).toEqual([])
    expect(outcomes.length).toBeGreaterThan(15)
  },
)
