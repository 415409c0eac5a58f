import { expect, test } from 'vitest'
import { type CheckName, checkNames, checksOf, type Light, lightOf } from '#shared/keeping/health.ts'
import type { HealthFacts } from '#shared/keeping/health-reads.ts'
import { cardOfCheck, checkSentence, checkTitles } from '#shared/texts/health.ts'
import { findCards, troubleCards } from '#shared/texts/trouble-cards.ts'

const minute = 60_000
const hour = 60 * minute
const now = '2026-11-23T03:41:00.000Z'

/** A center at noon on a good day. */
const well: HealthFacts = {
  now,
  writing: { reason: null, proved: true, commitMs: 3 },
  room: { state: 'enough', freeBytes: 120e9 },
  disk: { microseconds: 900, floor: 50 },
  backup: { ageMs: 20 * minute, behind: 14, failed: false, dayOpen: true, runningMs: 3 * hour },
  second: 'present',
  secondCopy: { at: '2026-11-23T02:59:00.000Z', behind: 0, waitingMs: 0 },
  clock: { offMs: 0, aheadMs: 0, answered: false },
  sleep: { awake: 'held', last: null },
  devices: { desks: 4, plainDesks: 0, phones: 40, waiting: 0, oldestMs: 0 },
  file: { seq: 1204, head: 'ab12cd34', whole: true },
  start: { at: '2026-11-22T23:30:00.000Z', recovery: null },
  encrypted: true,
  certificateDays: 80,
  version: '1.0.0',
  accessLog: 'intact',
}

const secondCopy = (behind: number, waitingMs: number): Partial<HealthFacts> => ({
  secondCopy: { at: '2026-11-23T02:50:00.000Z', behind, waitingMs },
})
const backup = (part: Partial<NonNullable<HealthFacts['backup']>>) => ({ backup: { ...well.backup, ...part } })
const writing = (part: Partial<NonNullable<HealthFacts['writing']>>) => ({ writing: { ...well.writing, ...part } })
const waiting = (count: number, oldestMs: number) => ({
  devices: { desks: 1, plainDesks: 0, phones: 1, waiting: count, oldestMs },
})
const clock = (offMs: number, aheadMs: number, answered: boolean) => ({ clock: { offMs, aheadMs, answered } })
const slept = (to: string) => ({ sleep: { awake: 'held', last: { from: '2026-11-23T03:03:00.000Z', to } } })
const recovery = (lost: number) => ({ start: { at: now, recovery: { at: now, lastAct: null, lost } } })

/** The table: what the server measured, and the light of the check that it concerns. */
const table: [CheckName, Light, object][] = [
  ['writing', 'green', writing({ commitMs: null })],
  ['writing', 'green', writing({ commitMs: 249 })],
  ['writing', 'yellow', writing({ commitMs: 250 })],
  ['writing', 'red', writing({ commitMs: 2000 })],
  ['writing', 'red', writing({ proved: false })],
  ['writing', 'red', writing({ reason: 'ioError' })],
  ['writing', 'red', writing({ reason: 'folderGone' })],
  ['writing', 'red', writing({ reason: 'handedOver' })],
  ['writing', 'red', { room: { state: 'full', freeBytes: 0 } }],
  ['writing', 'note', { writing: null }],
  ['room', 'yellow', { room: { state: 'low', freeBytes: 1.9e9 } }],
  ['room', 'red', { room: { state: 'veryLow', freeBytes: 4e8 } }],
  ['room', 'red', { room: { state: 'full', freeBytes: 0 } }],
  ['room', 'note', { room: null }],
  ['disk', 'green', { disk: { microseconds: 50, floor: 50 } }],
  ['disk', 'green', { disk: { microseconds: 3, floor: 0 } }],
  ['disk', 'yellow', { disk: { microseconds: 49, floor: 50 }, second: 'none' }],
  ['disk', 'yellow', { disk: { microseconds: 3, floor: 50 }, second: 'missing' }],
  ['disk', 'note', { disk: { microseconds: 3, floor: 50 } }],
  ['disk', 'note', { disk: null }],
  ['backup', 'green', backup({ ageMs: 70 * minute - 1 })],
  ['backup', 'yellow', backup({ ageMs: 70 * minute })],
  ['backup', 'red', backup({ ageMs: 3 * hour })],
  ['backup', 'green', backup({ ageMs: 30 * hour, behind: 0 })],
  ['backup', 'green', backup({ ageMs: 20 * hour, dayOpen: false })],
  ['backup', 'yellow', backup({ ageMs: 40 * hour, dayOpen: false })],
  ['backup', 'yellow', backup({ failed: true })],
  ['backup', 'red', backup({ ageMs: null, failed: true })],
  ['backup', 'red', backup({ ageMs: null })],
  ['backup', 'note', backup({ ageMs: null, runningMs: 5 * minute })],
  ['backup', 'note', { backup: null }],
  ['second', 'yellow', { second: 'none' }],
  ['second', 'yellow', { second: 'missing' }],
  ['second', 'yellow', { second: 'failed' }],
  ['second', 'note', { second: null }],
  ['second', 'green', secondCopy(2, 3 * minute - 1)],
  ['second', 'yellow', secondCopy(2, 3 * minute)],
  ['second', 'note', { secondCopy: { at: null, behind: 4, waitingMs: minute } }],
  ['second', 'yellow', { secondCopy: { at: null, behind: 4, waitingMs: hour } }],
  ['clock', 'red', clock(-9 * 24 * hour, 0, false)],
  ['clock', 'yellow', clock(2 * hour, 0, true)],
  ['clock', 'yellow', clock(0, 10 * minute, false)],
  ['clock', 'note', { clock: null }],
  ['sleep', 'yellow', slept('2026-11-23T03:40:00.000Z')],
  ['sleep', 'green', slept('2026-11-23T02:40:00.000Z')],
  ['sleep', 'yellow', { sleep: { awake: 'impossible', last: null } }],
  ['sleep', 'note', { sleep: { awake: 'unknown', last: null } }],
  ['devices', 'green', waiting(3, 2 * minute - 1)],
  ['devices', 'yellow', waiting(3, 2 * minute)],
  ['devices', 'red', waiting(1, 15 * minute)],
  ['devices', 'note', { devices: null }],
  ['file', 'red', { file: { seq: 1, head: '', whole: false } }],
  ['start', 'note', recovery(0)],
  ['start', 'red', recovery(3)],
  ['start', 'note', { start: { at: null, recovery: null } }],
  ['encrypted', 'note', { encrypted: false }],
  ['encrypted', 'note', { encrypted: null }],
  ['encrypted', 'yellow', { devices: { desks: 4, plainDesks: 1, phones: 0, waiting: 0, oldestMs: 0 } }],
  ['certificate', 'yellow', { certificateDays: 6 }],
  ['certificate', 'red', { certificateDays: -1 }],
  ['accessLog', 'red', { accessLog: 'broken' }],
  ['accessLog', 'note', { accessLog: null }],
]

test('a center that is well is green, whatever is only worth a note', () => {
  const checks = checksOf(well)
  expect(lightOf(checks)).toBe('green')
  expect(checks.filter(({ light }) => light !== 'green').map(({ name }) => name)).toEqual(['version'])
  expect(lightOf(checksOf({ ...well, encrypted: false, second: null, accessLog: null }))).toBe('green')
})

test.each(table)('%s is %s with %j, and a sentence says so', (name, light, part) => {
  const facts = { ...well, ...part } as HealthFacts
  const checks = checksOf(facts)
  const check = checks.find((one) => one.name === name)
  expect(check?.light).toBe(light)
  expect(check && checkSentence(check, facts)).toMatch(/。$/)
})

test('the worst check comes first and gives the center its light', () => {
  const ill = { ...well, second: 'none', room: { state: 'veryLow', freeBytes: 4e8 } } as HealthFacts
  const checks = checksOf(ill)
  expect(checks.slice(0, 2).map(({ name }) => name)).toEqual(['room', 'second'])
  expect(lightOf(checks)).toBe('red')
  expect(lightOf(checksOf({ ...well, second: 'none' }))).toBe('yellow')
})

test('every check has a title and leads to a card, and every card has what is safe, at most three steps and whom to call', () => {
  for (const name of checkNames) expect([checkTitles[name], troubleCards[cardOfCheck[name]].title]).not.toContain('')
  for (const { title, safe, steps, call } of Object.values(troubleCards)) {
    expect([title, safe, call]).not.toContain('')
    expect(steps.length).toBeGreaterThan(0)
    expect(steps.length).toBeLessThanOrEqual(3)
  }
})

test('a card is found by what people see, however they type it', () => {
  expect(findCards('')).toHaveLength(Object.keys(troubleCards).length)
  expect(findCards('ｗｉ－ｆｉ 切れた')[0]).toBe('noWifi')
  expect(findCards('電気')).toContain('powerCut')
  expect(findCards('スマートフォン 紛失')).toEqual(['lostDevice'])
  expect(findCards('宇宙人')).toEqual([])
})
