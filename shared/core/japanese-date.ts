import { unifyDashes } from '#shared/core/japanese-text.ts'
import type { Language } from '#shared/core/language.ts'

/** Why a text is no date; the screen has the sentence. */
export type DateReason = 'empty' | 'notADate' | 'notInCalendar' | 'eraOutOfRange' | 'inFuture'

/** A date as `YYYY-MM-DD` with no reason, or a reason with no date. */
export type ParsedDate = { date: string; reason: null } | { date: null; reason: DateReason }

interface Era {
  name: string
  letter: string
  /** The Gregorian year that the era calls its first (元年). */
  firstYear: number
  /** First and last day, both included. 大正 and 昭和 each began within the last day of the era before. */
  from: string
  to: string
}

/** Dates before 1873 are in the old lunar calendar; 明治 is accepted from the year that Japan counts as the world does. */
const eras: readonly Era[] = [
  { name: '令和', letter: 'r', firstYear: 2019, from: '2019-05-01', to: '9999-12-31' },
  { name: '平成', letter: 'h', firstYear: 1989, from: '1989-01-08', to: '2019-04-30' },
  { name: '昭和', letter: 's', firstYear: 1926, from: '1926-12-25', to: '1989-01-07' },
  { name: '大正', letter: 't', firstYear: 1912, from: '1912-07-30', to: '1926-12-25' },
  { name: '明治', letter: 'm', firstYear: 1868, from: '1873-01-01', to: '1912-07-30' },
]

const kanjiDigits = '〇一二三四五六七八九'

/** 三十三, 十, 二〇二六 in ordinary digits. */
function kanjiNumber(kanji: string): string {
  const [tens, ones] = kanji.split('十')
  if (ones === undefined) return [...kanji].map((digit) => kanjiDigits.indexOf(digit)).join('')
  return String(kanjiDigits.indexOf(tens || '一') * 10 + kanjiDigits.indexOf(ones || '〇'))
}

/** One plain spelling of what was typed; an input method turns - . / into ー 。 ・ and nobody notices. */
function plainSpelling(text: string): string {
  return unifyDashes(text.normalize('NFKC'), '-')
    .replace(/[一二三四五六七八九]?十[一二三四五六七八九]?|[〇一二三四五六七八九]+/g, kanjiNumber)
    .toLowerCase()
    .trim()
    .replace(/\s*\([^()]{1,3}\)$/, '')
    .replace(/^西暦\s*/, '')
    .replace(/\s*[年月/.\-,。、・]\s*|\s+/g, ' ')
    .replace(/\s*日?\s*(生まれ|生)?$/, '')
}

const separated = /^([^\d\s]{0,2}) ?(\d{1,4}|元) (\d{1,2}) (\d{1,2})$/
const compact = /^(?:([^\d\s]{1,2}) ?(\d{2})|(\d{4}))(\d{2})(\d{2})$/

interface DateWords {
  era: string
  year: string
  month: number
  day: number
}

function dateWords(spelling: string): DateWords | undefined {
  const parts = separated.exec(spelling)
  if (parts) {
    const [, era = '', year = '', month, day] = parts
    return { era, year, month: Number(month), day: Number(day) }
  }
  const packed = compact.exec(spelling)
  if (!packed) return undefined
  const [, era = '', eraYear, year = eraYear, month, day] = packed
  return { era, year: year ?? '', month: Number(month), day: Number(day) }
}

function eraNamed(word: string): Era | undefined {
  return eras.find((era) => word === era.name || word === era.letter || word === era.name.slice(0, 1))
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function calendarDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const inCalendar = year >= 1873 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return inCalendar ? `${year}-${two(month)}-${two(day)}` : undefined
}

function refused(reason: DateReason): ParsedDate {
  return { date: null, reason }
}

/** The Gregorian year that the words name; undefined if the era is unknown or the year has not four digits. */
function gregorianYear(words: DateWords, era: Era | undefined): number | undefined {
  if (!era) return words.era === '' && words.year.length === 4 ? Number(words.year) : undefined
  const yearOfEra = words.year === '元' ? 1 : Number(words.year)
  return words.year.length <= 2 && yearOfEra >= 1 ? era.firstYear + yearOfEra - 1 : undefined
}

function rangeProblem(date: string, era: Era | undefined, todayIso: string | undefined): DateReason | null {
  if (era && (date < era.from || date > era.to)) return 'eraOutOfRange'
  return todayIso !== undefined && date > todayIso ? 'inFuture' : null
}

/**
 * Understands a date as people write it: 1958-04-03, 1958/4/3, 19580403, 昭和33年4月3日, S33.4.3, s330403, 令和元年5月1日.
 * A year of two digits without its era is refused, since 58 is 1958 to some and 昭和58 to others.
 * With `todayIso` (`YYYY-MM-DD`) given, later dates are refused too.
 */
export function parseDate(text: string, todayIso?: string): ParsedDate {
  const spelling = plainSpelling(text.slice(0, 60))
  if (spelling === '') return refused(text.trim() === '' ? 'empty' : 'notADate')
  const words = dateWords(spelling)
  if (!words) return refused('notADate')
  const era = eraNamed(words.era)
  const year = gregorianYear(words, era)
  if (year === undefined) return refused('notADate')
  const date = calendarDate(year, words.month, words.day)
  if (date === undefined) return refused('notInCalendar')
  const reason = rangeProblem(date, era, todayIso)
  return reason === null ? { date, reason } : refused(reason)
}

const monthsInEnglish = 'January February March April May June July August September October November December'

function numbersOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** A date (`YYYY-MM-DD`) for reading: 2026年11月23日, 2026年 11月 23日 in easy Japanese, 23 November 2026. */
export function formatDate(date: string, language: Language): string {
  const { year, month, day } = numbersOf(date)
  if (language === 'en') return `${day} ${monthsInEnglish.split(' ')[month - 1] ?? ''} ${year}`
  const space = language === 'easy' ? ' ' : ''
  return `${year}年${space}${month}月${space}${day}日`
}

/** A date (`YYYY-MM-DD`) by its era, as official papers have it: 令和8年11月23日, 令和元年5月1日. */
export function formatEra(date: string): string {
  const era = eras.find((candidate) => date >= candidate.from)
  if (!era) return formatDate(date, 'ja')
  const { year, month, day } = numbersOf(date)
  const yearOfEra = year - era.firstYear + 1
  return `${era.name}${yearOfEra === 1 ? '元' : yearOfEra}年${month}月${day}日`
}

/** Age in whole years on a day; born on 29 February, one is older on 1 March of other years. Both `YYYY-MM-DD`. */
export function ageOn(birthDate: string, onDate: string): number {
  const years = Number(onDate.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return onDate.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** Whether the person is a minor on that day: under 18, the age of majority since 2022-04-01 (Civil Code, article 4). */
export function isMinorOn(birthDate: string, onDate: string): boolean {
  return ageOn(birthDate, onDate) < 18
}

export type SchoolStage = 'primary' | 'juniorHigh' | 'seniorHigh' | 'none'

/**
 * The school a person of that age is in (field guide, section 8: each stage has its own rule for minors).
 * School years begin on 1 April, and who is born on 1 April belongs to the year above, since by law one grows older at
 * the end of the day before. 'none' is said of grown-ups and of children before school alike: ask `isMinorOn` as well.
 */
export function schoolStage(birthDate: string, onDate: string): SchoolStage {
  const schoolYear = Number(onDate.slice(0, 4)) - (onDate.slice(5) < '04-01' ? 1 : 0)
  const entersIn = Number(birthDate.slice(0, 4)) + (birthDate.slice(5) <= '04-01' ? 6 : 7)
  const grade = schoolYear - entersIn + 1
  if (grade < 1 || grade > 12) return 'none'
  if (grade <= 6) return 'primary'
  return grade <= 9 ? 'juniorHigh' : 'seniorHigh'
}

/** The last day of the volunteer insurance year that a date lies in: the next 31 March (field guide 2.10). */
export function insuranceYearEnd(date: string): string {
  const year = Number(date.slice(0, 4)) + (date.slice(5) > '03-31' ? 1 : 0)
  return `${year}-03-31`
}
