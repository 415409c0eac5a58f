import { tagLetter } from '#shared/core/check-digit.ts'
import { unifyDashes } from '#shared/core/japanese-text.ts'

const monthDay = (date: string) => date.slice(5).replace('-', '')

/** What the page of a reservation carries in its QR and in letters: Y1124-0012-K. Useful to a desk only. */
export function reservationCode(date: string, number: number): string {
  const day = monthDay(date)
  return `Y${day}-${String(number).padStart(4, '0')}-${tagLetter(Number(day), number)}`
}

/** Month, day and number in a code that was scanned or typed, or null if it is none or its letter is wrong. */
export function readReservationCode(text: string): { monthDay: string; number: number } | null {
  const plain = unifyDashes(text.normalize('NFKC').replace(/\s/g, ''), '').toUpperCase()
  const parts = /^Y(\d{4})(\d{4,6})([A-Z])$/.exec(plain)
  if (!parts) return null
  const [, day = '', digits = '', letter] = parts
  return tagLetter(Number(day), Number(digits)) === letter
    ? { monthDay: `${day.slice(0, 2)}-${day.slice(2)}`, number: Number(digits) }
    : null
}
