import { describe, expect, test } from 'vitest'
import { inOrder, isFor, nextEvent } from '#shared/practice/coming.ts'
import { queueLengths, queuesAt } from '#shared/practice/desk-queues.ts'

const inject = (title: string, dueAt: string | null, state: 'waiting' | 'skipped' = 'waiting') => ({
  title,
  dueAt,
  state,
})
const at = (clock: string) => `2026-11-23T${clock}:00.000Z`
const endsAt = at('07:00')

describe('what the controller sees coming', () => {
  test('injects with a time stand first, in its order; those that wait for something come last', () => {
    const list = [inject('手で', null), inject('後', at('02:00')), inject('先', at('01:00'))]
    expect(inOrder(list).map(({ title }) => title)).toEqual(['先', '後', '手で'])
  })

  test.each([
    ['the first that is not yet due', [inject('過ぎた', at('00:30')), inject('次', at('01:30'))], '次', at('01:30')],
    ['but never one that was left out', [inject('出さない', at('01:30'), 'skipped')], null, endsAt],
    ['nor one after the end', [inject('遅すぎる', at('08:00'))], null, endsAt],
    ['the end where nothing has a time', [inject('手で', null)], null, endsAt],
  ])('the clock can jump to %s', (_, list, title, instant) => {
    expect(nextEvent(list, { endsAt }, at('01:00'))).toEqual({ at: instant, title })
  })

  test('after the end there is nothing to jump to', () => {
    expect(nextEvent([], { endsAt }, at('07:00'))).toBeNull()
  })
})

describe('an inject', () => {
  test.each([
    ['rings at its desk', { kind: 'desk', deskName: 'needs' }, ['needs'], false, true],
    ['and at no other', { kind: 'desk', deskName: 'needs' }, ['reception'], true, false],
    ['rings where one desk does everything', { kind: 'desk', deskName: 'needs' }, ['frontDesk'], true, true],
    ['for a team comes to the lead', { kind: 'team' }, ['lead'], true, true],
    ['for a team comes to nobody else', { kind: 'team' }, ['needs'], false, false],
    ['for a phone rings at no desk', { kind: 'phone', role: 'survivor' }, ['lead'], true, false],
  ] as const)('%s', (_, recipient, works, isLead, rings) => {
    expect(isFor(recipient, works, isLead)).toBe(rings)
  })
})

describe('queues', () => {
  test('are counted from what every desk holds', () => {
    const people = (['waiting', 'waiting', 'consulting', 'out'] as const).map((status) => ({ status }))
    const needs = (['received', 'surveyPending', 'ready', 'completed'] as const).map((status) => ({ status }))
    const teams = [
      { status: 'ready', signal: null },
      { status: 'out', signal: 'done' },
      { status: 'out', signal: 'arrived' },
    ] as const
    const counted = { admission: 1, intake: 1, surveys: 1, people: 2, orders: 1, sendOff: 1, comingBack: 1 }
    expect(queueLengths({ attendances: people, needs, teams })).toEqual(counted)
  })

  test('stand at the desk that does the work, and all of them at the one desk of a small center', () => {
    expect(queuesAt(['dispatch'])).toEqual(['people', 'orders'])
    expect(queuesAt(['lead'])).toEqual([])
    expect(queuesAt(['frontDesk'])).toHaveLength(7)
  })
})
