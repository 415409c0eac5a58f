import { describe, expect, test } from 'vitest'
import { inOrder, isFor } from '#shared/practice/coming.ts'
import { queueLengths, queuesAt } from '#shared/practice/desk-queues.ts'
import { drillPhotosProblem, mostDrillPhotos } from '#shared/practice/rules.ts'

const inject = (title: string, dueAt: string | null) => ({ title, dueAt })
const at = (clock: string) => `2026-11-23T${clock}:00.000Z`

describe('what the controller sees coming', () => {
  test('injects with a time stand first, in its order; those that wait for something come last', () => {
    const list = [inject('手で', null), inject('後', at('02:00')), inject('先', at('01:00'))]
    expect(inOrder(list).map(({ title }) => title)).toEqual(['先', '後', '手で'])
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

test.each([
  [mostDrillPhotos - 1, 1, undefined],
  [mostDrillPhotos, 1, 'practice.enoughPhotos'],
  [mostDrillPhotos - 1, 2, 'practice.enoughPhotos'],
  [mostDrillPhotos, 0, undefined],
])('the notes of a drill have room for so many photos: with %i and %i more', (there, more, code) => {
  expect(drillPhotosProblem(there, more)?.code).toBe(code)
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
    const beforeReception = { line: 4, fillingIn: 3 }
    const counted = {
      ...beforeReception,
      admission: 1,
      intake: 1,
      surveys: 1,
      people: 2,
      orders: 1,
      sendOff: 1,
      comingBack: 1,
    }
    expect(queueLengths({ attendances: people, needs, teams, beforeReception })).toEqual(counted)
  })

  test('stand at the desk that does the work, and all of them at the one desk of a small center', () => {
    expect(queuesAt(['dispatch'])).toEqual(['people', 'orders'])
    expect(queuesAt(['lead'])).toEqual([])
    expect(queuesAt(['frontDesk'])).toHaveLength(9)
  })
})
