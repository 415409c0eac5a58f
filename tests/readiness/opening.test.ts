import { describe, expect, test } from 'vitest'
import { minutesToOpen, setUpBegan } from '#shared/readiness/rules.ts'
import { ids, testCenter } from '#tests/support/center.ts'
import { decisionForm } from '#tests/support/given-readiness.ts'

const live = (openedAt: string) => ({ kind: 'live' as const, openedAt })
const decided = (decidedAt: string, withdrawnAt: string | null = null) => ({ decidedAt, withdrawnAt })
const [morning, noon, lastYear] = ['2026-11-23T00:00:00.000Z', '2026-11-23T03:00:00.000Z', '2025-06-01T00:00:00.000Z']

describe('the set-up begins', () => {
  test.each([
    ['with the center where nothing was decided', setUpBegan(live(noon), []), noon],
    ['with a decision that came before it', setUpBegan(live(noon), [decided(morning)]), morning],
    ['with the center where the decision came after', setUpBegan(live(morning), [decided(noon)]), morning],
    ['with the decision where it was kept in ordinary times', setUpBegan(live(lastYear), [decided(noon)]), noon],
    ['without what was taken back', setUpBegan(live(noon), [decided(morning, noon)]), noon],
    ['with its center in a drill', setUpBegan({ kind: 'drill', openedAt: noon }, [decided(morning)]), noon],
  ])('%s', (_, began, expected) => {
    expect(began).toBe(expected)
  })
})

describe('the decision to open', () => {
  test('is recorded several times over the hours, and one taken back stays to be read', async () => {
    const { lead, clock, device } = await testCenter({ day: false })
    const first = decisionForm()
    await lead.send('readiness.recordDecision', first)
    clock.pass(180)
    await lead.send('readiness.recordDecision', decisionForm({ outcome: 'open', reason: '依頼が増えた' }))
    await lead.send('readiness.withdrawDecision', { decisionId: first.decisionId })
    const desk = await device(lead)
    expect(desk.store.all('openingDecision')).toMatchObject([
      { outcome: 'open', withdrawnAt: null, decidedAt: clock.now() },
      { outcome: 'wait', withdrawnBy: '佐藤' },
    ])
    await expect(lead.send('readiness.withdrawDecision', { decisionId: first.decisionId })).rejects.toMatchObject({
      code: 'readiness.decisionWithdrawn',
    })
  })
})

describe('ready to receive', () => {
  test('is the lead’s one act, gives the time to open as one figure, and can be taken back', async () => {
    const { lead, aiko, clock, device } = await testCenter({ day: false })
    await expect(aiko.send('readiness.declareReady', {})).rejects.toMatchObject({ code: 'core.notAllowed' })
    const begunAt = clock.now()
    clock.pass(155)
    await lead.send('readiness.declareReady', {})
    const desk = await device(lead)
    const mark = desk.store.get('readyMark', ids.activation)
    expect(mark).toMatchObject({ begunAt, readyAt: clock.now(), readyBy: '佐藤' })
    expect(minutesToOpen(mark)).toBe(155)
    await expect(lead.send('readiness.declareReady', {})).rejects.toMatchObject({
      code: 'readiness.alreadyReady',
      details: { first: { by: '佐藤' } },
    })
    await lead.send('readiness.takeBackReady', {})
    expect(minutesToOpen(desk.store.get('readyMark', ids.activation))).toBeNull()
    await expect(lead.send('readiness.takeBackReady', {})).rejects.toMatchObject({ code: 'readiness.notReady' })
  })
})
