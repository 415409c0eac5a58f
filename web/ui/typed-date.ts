import { narrowDigits } from './typed-digits.ts'

/** The year before each era's first, and the day the era began. Source: the era ordinances since 1873. */
const eras = [
  { names: ['令和', '令', 'r'], name: '令和', before: 2018, from: '2019-05-01' },
  { names: ['平成', '平', 'h'], name: '平成', before: 1988, from: '1989-01-08' },
  { names: ['昭和', '昭', 's'], name: '昭和', before: 1925, from: '1926-12-25' },
  { names: ['大正', '大', 't'], name: '大正', before: 1911, from: '1912-07-30' },
  { names: ['明治', '明', 'm'], name: '明治', before: 1867, from: '1873-01-01' },
] as const

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** A day that the calendar has, or null: there is no 30th of February. */
function calendarDate(year: number, month: number, day: number): string | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const last = lengths[month - 1]
  if (last === undefined || day < 1 || day > last || year < 1868 || year > 2200) return null
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

function yearOf(era: string, year: number): number | null {
  if (era === '') return year >= 1000 ? year : null
  const known = eras.find(({ names }) => names.some((name) => name === era))
  return known && year >= 1 ? known.before + year : null
}

/** Reads a date as people write it: 昭和45年4月1日, S45.4.1, 1970/4/1, 19700401. Null when it is not a day. */
export function readTypedDate(text: string): string | null {
  const plain = narrowDigits(text).normalize('NFKC').replace(/\s/g, '').replace(/元年/, '1年').toLowerCase()
  const solid = /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  const parts = solid
    ? [plain, '', ...solid.slice(1)]
    : /^(\D*?)(\d{1,4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(plain)
  if (!parts) return null
  const [, era = '', year = '', month = '', day = ''] = parts
  const full = yearOf(era, Number(year))
  return full === null ? null : calendarDate(full, Number(month), Number(day))
}

/** A date to read back to someone: `1970年4月1日(昭和45年)`. */
export function sayDate(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const era = eras.find(({ from }) => date >= from)
  const inEra = era ? year - era.before : 0
  const said = era ? `(${era.name}${inEra === 1 ? '元' : inEra}年)` : ''
  return `${year}年${month}月${day}日${said}`
}
