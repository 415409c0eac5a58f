import { expect, test, vi } from 'vitest'
import { bankData } from '#drills/scenarios/bank.ts'
import { failed, play } from '#tests/support/played-drills.ts'

const growing = bankData('growing')

vi.setConfig({ testTimeout: 120_000 })

test('a small center grows on the second morning: five buses, 300 people, everyone home, the same figures each time', async () => {
  const first = await play(growing)
  expect(failed(first.outcomes)).toEqual([])
  const second = await play(growing)
  expect(second.after.summary).toEqual(first.after.summary)
  expect(second.after.waits).toEqual(first.after.waits)
})

test('where the center stays small, the drill says so', async () => {
  const steps = growing.steps.filter(({ command }) => command !== 'center.changeProfile')
  const { outcomes } = await play({ ...growing, steps })
  expect(failed(outcomes).map(({ check }) => check)).toContain('grewWithoutLoss')
})
