import { toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { instantAt, timeZone } from '#shared/core/time.ts'

/** 9時半, 9時5分 and 午後1時 as people write them on paper. */
const inWords = /^(午前|午後)?(\d{1,2})時(?:(半)|(\d{1,2})分?)?$/

/** 9:30, 9.30, 930 and 0930. */
const inDigits = /^(\d{1,2})[:.](\d{2})$|^(\d{1,2})(\d{2})$/

function clock(hour: number, minute: number): string | null {
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function hourOf(half: string | undefined, hour: string | undefined): number {
  const shift = half === '午後' && Number(hour) < 12 ? 12 : 0
  return Number(hour) + shift
}

/** A time of day as somebody typed it from paper, `HH:MM`; null where it is none. */
export function readTypedTime(text: string): string | null {
  const plain = toHalfWidthDigits(text).normalize('NFKC').replace(/\s/g, '').replace('頃', '').replace('ごろ', '')
  const words = inWords.exec(plain)
  if (words) return clock(hourOf(words[1], words[2]), words[3] ? 30 : Number(words[4] ?? 0))
  const digits = inDigits.exec(plain)
  if (!digits) return null
  return clock(Number(digits[1] ?? digits[3]), Number(digits[2] ?? digits[4]))
}

/** The instant of a time that was typed, on a date `YYYY-MM-DD`; null where there is no date or the time is none. */
export function typedInstant(date: string, text: string): string | null {
  const time = readTypedTime(text)
  return date === '' || time === null ? null : instantAt(date, time, timeZone)
}
