import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '#shared/core/language.ts'
import {
  addDays,
  addMinutes,
  ageWords,
  clockOf,
  dateOf,
  instantAt,
  minutesBetween,
  msBetween,
  weekdayOf,
} from '#shared/core/time.ts'

const tokyo = 'Asia/Tokyo'
const zones = [
  tokyo,
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
]
const instants = fc
  .date({ min: new Date('1975-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())

describe('clocks and calendars of a zone', () => {
  test.each([
    ['2026-11-23T00:30:00.000Z', tokyo, '2026-11-23', '09:30'],
    ['2026-11-22T15:00:00.000Z', tokyo, '2026-11-23', '00:00'],
    ['2026-11-22T14:59:59.999Z', tokyo, '2026-11-22', '23:59'],
    ['2026-12-31T15:00:00Z', tokyo, '2027-01-01', '00:00'],
    ['2026-03-29T00:59:00.000Z', 'Europe/Berlin', '2026-03-29', '01:59'],
    ['2026-03-29T01:00:00.000Z', 'Europe/Berlin', '2026-03-29', '03:00'],
    ['2005-04-03T03:30:30.000Z', 'America/St_Johns', '2005-04-03', '00:00'], // summer time began at 00:01 there
    ['2005-04-03T03:31:00.000Z', 'America/St_Johns', '2005-04-03', '01:01'],
  ])('%s in %s is %s %s', (instant, zone, date, clock) => {
    expect([dateOf(instant, zone), clockOf(instant, zone)]).toEqual([date, clock])
    expect(dateOf(Date.parse(instant), zone)).toBe(date)
  })

  test.each([
    ['2026-11-23', '09:30', tokyo, '2026-11-23T00:30:00.000Z'],
    ['2026-11-23', '00:00', tokyo, '2026-11-22T15:00:00.000Z'],
    ['2026-07-01', '09:30', 'America/New_York', '2026-07-01T13:30:00.000Z'],
    ['2026-11-23', '09:30', 'Asia/Kathmandu', '2026-11-23T03:45:00.000Z'],
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'], // skipped: 03:30 instead
    ['2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'], // twice: the first
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
  ])('%s %s in %s is %s', (date, clock, zone, instant) => {
    expect(instantAt(date, clock, zone)).toBe(instant)
  })

  test('they agree with the clock that the platform itself shows', () => {
    const shown = new Map(
      zones.map((zone) => [
        zone,
        new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }),
      ]),
    )
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        expect(`${dateOf(instant, zone)} ${clockOf(instant, zone)}`).toBe(shown.get(zone)?.format(new Date(instant)))
      }),
      { numRuns: 500 },
    )
  })

  test('a time that was read off a clock leads back to its minute, or to the first of two that show it', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const [date, clock] = [dateOf(instant, zone), clockOf(instant, zone)]
        const back = instantAt(date, clock, zone)
        expect([dateOf(back, zone), clockOf(back, zone)]).toEqual([date, clock])
        expect([0, 30, 60]).toContain(minutesBetween(back, instant))
      }),
      { numRuns: 500 },
    )
  })
})

describe('spans', () => {
  test('minutes and days are added across midnight, months and leap days', () => {
    expect(addMinutes('2026-11-23T23:50:00.000Z', 20)).toBe('2026-11-24T00:10:00.000Z')
    expect(addMinutes('2026-11-23T00:10:00.000Z', -20)).toBe('2026-11-22T23:50:00.000Z')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
  })

  test('only whole minutes count, and what lies ahead is negative', () => {
    expect(minutesBetween('2026-11-23T00:00:00Z', '2026-11-23T00:01:59Z')).toBe(1)
    expect(minutesBetween('2026-11-23T00:01:00Z', '2026-11-23T00:00:00Z')).toBe(-1)
    expect(msBetween('2026-11-23T00:00:00Z', '2026-11-23T00:00:12.500Z')).toBe(12_500)
  })

  test('what was added lies between', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -99_999, max: 99_999 }), (instant, minutes) => {
        expect(minutesBetween(instant, addMinutes(instant, minutes))).toBe(minutes)
      }),
    )
  })
})

describe('words', () => {
  test.each<[number, Language, string]>([
    [0, 'ja', 'たった今'],
    [-5000, 'ja', 'たった今'],
    [Number.NaN, 'ja', 'たった今'],
    [12_900, 'ja', '12秒前'],
    [59_999, 'ja', '59秒前'],
    [60_000, 'ja', '1分前'],
    [185_000, 'ja', '3分前'],
    [3_600_000, 'ja', '1時間前'],
    [86_400_000 * 2, 'ja', '2日前'],
    [12_000, 'easy', '12秒 まえ'],
    [999, 'easy', 'いま'],
    [1000, 'en', '1 second ago'],
    [12_000, 'en', '12 seconds ago'],
    [3_600_000, 'en', '1 hour ago'],
    [86_400_000 * 3, 'en', '3 days ago'],
    [500, 'en', 'just now'],
  ])('%i ms in %s: %s', (agoMs, language, words) => {
    expect(ageWords(agoMs, language)).toBe(words)
  })

  test('23 November 2026 is a Monday in every language', () => {
    expect(weekdayOf('2026-11-23', 'ja')).toBe('月')
    expect(weekdayOf('2026-11-23', 'easy')).toBe('月よう日')
    expect(weekdayOf('2026-11-23', 'en')).toBe('Mon')
    expect(weekdayOf('2026-11-22', 'ja')).toBe('日')
  })
})
