import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ageOn,
  formatDate,
  formatEra,
  insuranceYearEnd,
  isMinorOn,
  parseDate,
  schoolStage,
} from '#shared/core/japanese-date.ts'

const today = '2026-11-23'
const anyDate = fc
  .date({ min: new Date('1873-01-01'), max: new Date('2116-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a date as it is typed', () => {
  test.each([
    ['1958-04-03', '1958-04-03'],
    ['1958/4/3', '1958-04-03'],
    ['1958.4.3', '1958-04-03'],
    ['1958 4 3', '1958-04-03'],
    ['19580403', '1958-04-03'],
    ['１９５８／４／３', '1958-04-03'],
    ['１９５８ー０４ー０３', '1958-04-03'],
    ['1958・4・3', '1958-04-03'],
    ['1958。4。3', '1958-04-03'],
    ['1958年4月3日', '1958-04-03'],
    ['西暦1958年 4月 3日', '1958-04-03'],
    ['1958年4月3日生まれ', '1958-04-03'],
    ['2026年11月23日（月）', '2026-11-23'],
    [' 昭和33年4月3日 ', '1958-04-03'],
    ['昭和３３年４月３日', '1958-04-03'],
    ['昭和三十三年四月三日', '1958-04-03'],
    ['一九五八年十二月二十日', '1958-12-20'],
    ['S33.4.3', '1958-04-03'],
    ['Ｓ３３．４．３', '1958-04-03'],
    ['s.33.4.3', '1958-04-03'],
    ['s330403', '1958-04-03'],
    ['昭33-4-3', '1958-04-03'],
    ['昭和 33/4/3', '1958-04-03'],
    ['昭和64年1月7日', '1989-01-07'],
    ['昭和元年12月25日', '1926-12-25'],
    ['大正15年12月25日', '1926-12-25'],
    ['大正元年7月30日', '1912-07-30'],
    ['T5.1.1', '1916-01-01'],
    ['明治45年7月30日', '1912-07-30'],
    ['平成元年1月8日', '1989-01-08'],
    ['㍻3年2月1日', '1991-02-01'],
    ['H31.4.30', '2019-04-30'],
    ['令和元年5月1日', '2019-05-01'],
    ['R1/5/1', '2019-05-01'],
    ['令和8年2月28日', '2026-02-28'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (text, date) => {
    expect(parseDate(text, today)).toEqual({ date, reason: null })
  })

  test.each([
    ['', 'empty'],
    [' 　', 'empty'],
    ['あした', 'notADate'],
    ['日', 'notADate'],
    ['58.4.3', 'notADate'],
    ['580403', 'notADate'],
    ['S1958.4.3', 'notADate'],
    ['昭和0年1月1日', 'notADate'],
    ['X33.4.3', 'notADate'],
    ['1958-04', 'notADate'],
    ['十十年1月1日', 'notInCalendar'],
    ['1958-04-03 12:00', 'notADate'],
    ['1958-04-31', 'notInCalendar'],
    ['2023-02-29', 'notInCalendar'],
    ['昭和33年2月29日', 'notInCalendar'],
    ['2026/13/1', 'notInCalendar'],
    ['2026/0/1', 'notInCalendar'],
    ['0033-04-03', 'notInCalendar'],
    ['1872-12-31', 'notInCalendar'],
    ['昭和64年1月8日', 'eraOutOfRange'],
    ['平成元年1月7日', 'eraOutOfRange'],
    ['平成31年5月1日', 'eraOutOfRange'],
    ['令和元年4月30日', 'eraOutOfRange'],
    ['大正元年7月29日', 'eraOutOfRange'],
    ['明治5年12月31日', 'notInCalendar'],
    ['2026-11-24', 'inFuture'],
    ['令和9年1月1日', 'inFuture'],
  ])('%j is refused: %s', (text, reason) => {
    expect(parseDate(text, today)).toEqual({ date: null, reason })
  })

  test('without a today the future is a date like any other', () => {
    expect(parseDate('R9.3.31').date).toBe('2027-03-31')
  })

  test('every date is understood in each way it is written', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        for (const text of [
          date,
          date.replaceAll('-', ''),
          formatDate(date, 'ja'),
          formatDate(date, 'easy'),
          formatEra(date),
        ])
          expect(parseDate(text)).toEqual({ date, reason: null })
      }),
    )
  })

  test('no text makes it throw, and what it accepts is in the calendar', () => {
    const piece = fc.constantFrom(...'昭和令S元年月日-/.ー十三 0123456789（）')
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        const { date } = parseDate(typed)
        if (date !== null) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a date as it is read', () => {
  test.each([
    ['2026-11-23', '令和8年11月23日', '2026年11月23日', '2026年 11月 23日', '23 November 2026'],
    ['2019-05-01', '令和元年5月1日', '2019年5月1日', '2019年 5月 1日', '1 May 2019'],
    ['2019-04-30', '平成31年4月30日', '2019年4月30日', '2019年 4月 30日', '30 April 2019'],
    ['1926-12-25', '昭和元年12月25日', '1926年12月25日', '1926年 12月 25日', '25 December 1926'],
    ['1873-01-01', '明治6年1月1日', '1873年1月1日', '1873年 1月 1日', '1 January 1873'],
    ['1850-01-01', '1850年1月1日', '1850年1月1日', '1850年 1月 1日', '1 January 1850'],
  ])('%s', (date, era, ja, easy, en) => {
    expect([formatEra(date), formatDate(date, 'ja'), formatDate(date, 'easy'), formatDate(date, 'en')]).toEqual([
      era,
      ja,
      easy,
      en,
    ])
  })
})

describe('age and school', () => {
  test.each([
    ['1958-04-03', '2026-04-02', 67],
    ['1958-04-03', '2026-04-03', 68],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2026-11-23', '2026-11-23', 0],
  ])('born %s, on %s one is %i', (birthDate, onDate, age) => {
    expect(ageOn(birthDate, onDate)).toBe(age)
    expect(isMinorOn(birthDate, onDate)).toBe(age < 18)
  })

  test.each([
    ['2020-04-02', '2026-11-23', 'none'], // enters school in April 2027
    ['2020-04-01', '2026-11-23', 'primary'], // born on 1 April: with the children of the year before
    ['2020-04-01', '2026-03-31', 'none'],
    ['2014-04-02', '2027-03-31', 'primary'],
    ['2014-04-02', '2027-04-01', 'juniorHigh'],
    ['2014-04-01', '2026-04-01', 'juniorHigh'],
    ['2011-04-02', '2027-03-31', 'juniorHigh'],
    ['2011-04-01', '2026-11-23', 'seniorHigh'],
    ['2008-04-02', '2027-03-31', 'seniorHigh'], // eighteen, and still at school
    ['2008-04-02', '2027-04-01', 'none'],
    ['1958-04-03', '2026-11-23', 'none'],
  ])('born %s, on %s: %s', (birthDate, onDate, stage) => {
    expect(schoolStage(birthDate, onDate)).toBe(stage)
  })

  test('everyone is at school for twelve years on end, six of them in primary school', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1960, max: 2040 }), fc.nat(364), (year, dayOfYear) => {
        const birthDate = new Date(Date.UTC(year, 0, 1 + dayOfYear)).toISOString().slice(0, 10)
        const stages = Array.from({ length: 25 }, (_, age) => schoolStage(birthDate, `${year + age}-05-01`))
        const years = Map.groupBy(stages, (stage) => stage)
        expect(years.get('primary')).toHaveLength(6)
        expect(years.get('juniorHigh')).toHaveLength(3)
        expect(years.get('seniorHigh')).toHaveLength(3)
      }),
    )
  })

  test.each([
    ['2026-11-23', '2027-03-31'],
    ['2027-03-31', '2027-03-31'],
    ['2027-04-01', '2028-03-31'],
    ['2027-01-01', '2027-03-31'],
  ])('insurance taken out on %s ends on %s', (date, end) => {
    expect(insuranceYearEnd(date)).toBe(end)
  })
})
