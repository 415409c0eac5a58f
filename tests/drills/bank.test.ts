import { describe, expect, test, vi } from 'vitest'
import { OrderProblem, readArguments } from '#drills/arguments.ts'
import { bankData, bankNames } from '#drills/scenarios/bank.ts'
import { checkExpectation } from '#drills/summary/checks.ts'
import { failed, play } from '#tests/support/played-drills.ts'

// A second or two each on a quiet machine; the limit is for one that builds and tests beside it.
vi.setConfig({ testTimeout: 60_000 })

const heatDay = bankData('heat-day')
const dark = bankData('no-line-no-power')

/** Played once each; several tests look at them. */
const once = new Map<string, ReturnType<typeof play>>()
function played(data: typeof heatDay) {
  const known = once.get(data.name) ?? play(data)
  once.set(data.name, known)
  return known
}

test('the bank has the basic day, growth, six hard days and a short one to begin with', () => {
  expect(bankNames()).toEqual([
    'big-holiday',
    'first-20-minutes',
    'first-day',
    'growing',
    'heat-day',
    'long-tail',
    'no-line-no-power',
    'slope-kamariya-mutsuura',
    'wave-fukuura-sachiura',
  ])
})

describe('a day that the heat cuts short', () => {
  test('everybody hears of it, nobody leaves any more, and all are back by half past twelve', async () => {
    const { outcomes, after } = await played(heatDay)
    expect(failed(outcomes)).toEqual([])
    const stopped = after.witness.last('report').filter(({ workDone }) => workDone.startsWith('途中で切りあげた'))
    expect(stopped.length).toBeGreaterThan(2)
  })

  test('where the lead does not answer the heat, the drill says so', async () => {
    const injects = (heatDay.injects ?? []).map((inject) =>
      inject.key === 'wbgt-31' ? { ...inject, reaction: undefined } : inject,
    )
    const { outcomes } = await play({ ...heatDay, injects })
    const names = failed(outcomes).map(({ check }) => check)
    expect(names).toEqual(
      expect.arrayContaining(['stoppedBy', 'injectAnswered', 'nobodySentAfterStop', 'allReturnedBy']),
    )
  })
})

describe('an hour without line and power', () => {
  test('everyone is written down on paper, and keyed in with the time at which they stood there', async () => {
    const { outcomes, after } = await played(dark)
    expect(failed(outcomes)).toEqual([])
    const back = new Date(after.drill.instantOf('09:20')).toISOString()
    const onPaper = after.witness.versions('attendance').filter(({ record }) => record.channel === 'paper')
    expect(onPaper.length).toBeGreaterThan(20)
    for (const { at, record } of onPaper) {
      expect(record.checkedInAt < back).toBe(true)
      expect(at >= back).toBe(true)
    }
  })

  test('somebody who is registered beforehand is recognised', async () => {
    const { after } = await played(dark)
    const known = after.witness.last('attendance').filter(({ cameBefore }) => cameBefore)
    expect(known.length).toBeGreaterThan(2)
  })
})

test.each([
  [dark, { check: 'paperKeyedInBy', clock: '09:25', people: 22, calls: 9 }, '09:25までに22人の受付票'],
  [dark, { check: 'surveyedBy', clock: '09:30', houses: 3 }, '09:30までに3軒'],
  [dark, { check: 'nobodySentAfterStop' }, '中止も短縮も出ていません'],
  [dark, { check: 'waitingList', people: { min: 1, max: 5 } }, '1〜5のはずが、0'],
  [dark, { check: 'volunteers', people: { min: 1, max: 5 } }, '1〜5のはずが'],
  [heatDay, { check: 'noticesHeard', within: 1, share: 0.9 }, '90%まで届かなかった'],
] as const)('an expectation of $name turned around fails: %j', async (data, expectation, words) => {
  const { after } = await played(data as typeof heatDay)
  expect(checkExpectation(structuredClone(expectation) as never, after)).toContain(words)
})

describe('the command line', () => {
  test('asks for one scenario under a seed, or for all under several', () => {
    expect(readArguments(['run', 'heat-day', '--seed', '7'])).toMatchObject({ act: 'run', data: { seed: 7 } })
    const all = readArguments(['run', '--all', '--seeds', '5'])
    expect(all).toMatchObject({ act: 'runMany', seeds: 5 })
    expect(all.act === 'runMany' && all.scenarios.map(({ name }) => name)).toEqual(bankNames())
  })

  test.each([
    ['--seeds', '0'],
    ['--seed', 'x'],
    ['--seeds', '1.5'],
  ])('refuses %s %s with a sentence', (...order) => {
    expect(() => readArguments(['run', 'heat-day', ...order])).toThrow(OrderProblem)
  })
})
