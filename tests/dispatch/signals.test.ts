import { describe, expect, test } from 'vitest'
import { helpIsOpen, type Signalled, signalProblem, withSignal } from '#shared/dispatch/signal-rules.ts'
import type { TeamSignal } from '#shared/teams/team.ts'

const now = '2026-11-23T02:00:00.000Z'
const later = '2026-11-23T02:30:00.000Z'

function teamAt(wishes: Partial<Signalled> = {}): Signalled {
  const silent = { signal: null, signalAt: null, helpAskedAt: null, helpNote: '', helpAnsweredBy: null, moreMinutes: 0 }
  return { number: 3, status: 'out', ...silent, ...wishes }
}

const tap = (signal: TeamSignal, wishes: { minutes?: number; note?: string } = {}) => ({
  signal,
  minutes: 0,
  note: '',
  ...wishes,
})

describe('when the leader may send what', () => {
  test.each([
    ['ready', 'arrived', 'dispatch.teamNotOut'],
    ['ready', 'moreTime', 'dispatch.teamNotOut'],
    ['ready', 'helpNeeded', null],
    ['out', 'arrived', null],
    ['out', 'moreTime', null],
    ['back', 'comingBack', null],
    ['back', 'moreTime', 'dispatch.teamIsBack'],
    ['back', 'helpNeeded', null],
    ['disbanded', 'helpNeeded', 'dispatch.teamIsDisbanded'],
  ] as const)('%s, %s → %s', (status, signal, code) => {
    expect(signalProblem({ number: 3, status }, signal)?.code ?? null).toBe(code)
  })
})

test('a word that comes twice or too late changes nothing', () => {
  const arrived = withSignal(teamAt(), tap('arrived'), now)
  expect(arrived).toMatchObject({ signal: 'arrived', signalAt: now })
  expect(withSignal(arrived, tap('arrived'), later)).toBe(arrived)
  expect(withSignal(arrived, tap('departed'), later)).toBe(arrived)
  const back = teamAt({ status: 'back', signal: 'done' })
  expect(withSignal(back, tap('comingBack'), later)).toBe(back)
})

test('more time is counted from the sheet, so a second tap does not add up', () => {
  const more = withSignal(teamAt({ signal: 'arrived' }), tap('moreTime', { minutes: 30 }), now)
  expect(more).toMatchObject({ moreMinutes: 30, signal: 'arrived' })
  expect(withSignal(more, tap('moreTime', { minutes: 30 }), later)).toBe(more)
})

test('help stays open until a desk answers; a second tap adds the kind of help, a later one is a new call', () => {
  const asked = withSignal(teamAt(), tap('helpNeeded'), now)
  expect(helpIsOpen(asked)).toBe(true)
  expect(withSignal(asked, tap('helpNeeded'), later)).toBe(asked)
  const explained = withSignal(asked, tap('helpNeeded', { note: 'けが' }), later)
  expect(explained).toMatchObject({ helpAskedAt: now, helpNote: 'けが' })
  const answered = { ...explained, helpAnsweredBy: '愛子' }
  expect(helpIsOpen(answered)).toBe(false)
  expect(withSignal(answered, tap('helpNeeded'), later)).toMatchObject({ helpAskedAt: later, helpAnsweredBy: null })
})
