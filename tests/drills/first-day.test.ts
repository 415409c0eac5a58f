import { describe, expect, test, vi } from 'vitest'
import { bankData } from '#drills/scenarios/bank.ts'
import { checkExpectation } from '#drills/summary/checks.ts'
import { failed, play } from '#tests/support/played-drills.ts'

const firstDay = bankData('first-day')

// Half a second each on a quiet machine; the limit is for one that builds and tests beside it.
vi.setConfig({ testTimeout: 60_000 })

/** Played once; several tests look at it. */
let once: ReturnType<typeof play> | undefined
const played = () => {
  once ??= play(firstDay)
  return once
}

describe('the first day', () => {
  test('plays itself: 78 people, 17 jobs, everyone home, the day closed', async () => {
    const { outcomes, after } = await played()
    expect(failed(outcomes)).toEqual([])
    expect(after.summary.arrivals.total).toBe(78)
    expect(after.summary.teams.sentOut).toBe(17)
  })

  test('comes to the same figures every time', async () => {
    const [first, second] = [await played(), await play(firstDay)]
    expect(second.after.summary).toEqual(first.after.summary)
    expect(second.after.waits).toEqual(first.after.waits)
    expect(second.after.drill.refusals).toEqual(first.after.drill.refusals)
  })

  test('is another day under another seed, and still everyone comes home', async () => {
    const { outcomes, after } = await play({ ...firstDay, seed: 4711 })
    const home = ['allReturnedBy', 'everyoneWentHome', 'nobodyUninsuredOut', 'noMinorsAlone', 'summaryAgrees']
    expect(failed(outcomes).filter(({ check }) => home.includes(check))).toEqual([])
    expect(after.summary.arrivals.total).toBe(78)
    expect(after.summary).not.toEqual((await played()).after.summary)
  })
})

describe('a drill can go wrong, and says so', () => {
  test('where nobody sits at the return desk, nobody is home and the day stays open', async () => {
    const players = firstDay.players.filter(({ player }) => player !== 'return')
    const { outcomes } = await play({ ...firstDay, players })
    const names = failed(outcomes).map(({ check }) => check)
    expect(names).toEqual(expect.arrayContaining(['allReturnedBy', 'dayClosedBy', 'everyoneWentHome']))
  })

  test.each([
    [{ check: 'volunteers', people: 79 }, '78'],
    [{ check: 'jobsVisited', jobs: 18 }, '17'],
    [{ check: 'needsByStatus', statuses: { completed: 13 } }, 'completed 13→12'],
    [{ check: 'needsDispatchedWithin', minutes: 1 }, '1分より長く'],
    [{ check: 'allReturnedBy', clock: '12:00' }, '12:00を過ぎ'],
    [{ check: 'dayClosedBy', clock: '15:00' }, '15:00を過ぎ'],
    [{ check: 'incidents', nearMisses: 0, injuries: 1 }, 'ヒヤリハット'],
    [{ check: 'refusedOnlyWith', codes: [] }, 'likelyDouble'],
  ] as const)('an expectation turned around fails: %j', async (expectation, words) => {
    const { after } = await played()
    expect(checkExpectation(structuredClone(expectation) as never, after)).toContain(words)
  })
})

describe('a scenario is read before anything starts', () => {
  const steps = firstDay.steps

  test('a step that does not fit its command is refused with its place', async () => {
    const [first = { at: '', by: '', command: '', input: {} }] = steps
    const data = { ...firstDay, steps: [...steps, { ...first, input: { ssid: 'x'.repeat(40) } }] }
    await expect(play(data)).rejects.toThrow(`steps.${steps.length}.input.ssid`)
    await expect(play(data)).rejects.toThrow(`steps.${steps.length}.input.password`)
  })

  test.each([
    [
      'an unknown command',
      { steps: [{ at: '08:00', by: '汐見 統', command: 'center.dance', input: {} }] },
      'steps.0.command',
    ],
    [
      'an unknown person',
      { players: [{ player: 'lead', staff: '知らない人', closesFrom: '15:40' }] },
      'players.0.staff',
    ],
    [
      'people who do not add up',
      { volunteers: { ...firstDay.volunteers, arrivals: [{ from: '08:30', to: '09:00', people: 3 }] } },
      'volunteers',
    ],
    ['a misspelt field of a call', { calls: [{ ...firstDay.calls?.[0], asked: { wrok: '' } }] }, 'calls.0.asked'],
    ['a time that no clock shows', { startsAt: '25:00' }, 'startsAt'],
  ])('%s is named', async (_, change, place) => {
    await expect(play({ ...firstDay, ...change })).rejects.toThrow(place)
  })
})
