import { unifyDashes } from '#shared/core/japanese-text.ts'

/**
 * The digits of a Japanese telephone number as it is stored, 10 or 11 of them from 0, or null if it is none.
 * Numbers with a 0 in third place (090, 080, 070, 060, 050, 020, 0800) have eleven digits, all others ten, so that a
 * mobile number that lacks a digit is noticed while the person is still there.
 */
export function normalisePhone(text: string): string | null {
  const digits = unifyDashes(text.normalize('NFKC').toLowerCase(), '')
    .replace(/[\s().・\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/^tel:?/, '')
    .replace(/^\+810?/, '0')
  if (!/^0[1-9]\d{8,9}$/.test(digits)) return null
  return digits.length === (digits[2] === '0' ? 11 : 10) ? digits : null
}

/** How a number is parted, by its first digits; the area codes of four digits are those of Kanagawa. */
const groupings: readonly (readonly [start: RegExp, parts: RegExp])[] = [
  [/^0(?:120|570|990)/, /^(\d{4})(\d{3})(\d{3})$/],
  [/^0(?:800|46[03567])/, /^(\d{4})(\d{2,3})(\d{4})$/],
  [/^0\d0/, /^(\d{3})(\d{4})(\d{4})$/],
  [/^0[36]/, /^(\d{2})(\d{4})(\d{4})$/],
  [/^0/, /^(\d{3})(\d{3})(\d{4})$/],
]

/**
 * A number with hyphens, for reading aloud: 090-1234-5678, 045-780-1150, 0120-123-456.
 * Elsewhere in the country a hyphen may stand one place off, which dials the same; what is no number stays as it is.
 */
export function formatPhone(text: string): string {
  const digits = normalisePhone(text)
  if (digits === null) return text
  const parts = groupings.find(([start]) => start.test(digits))?.[1]
  return parts ? digits.replace(parts, '$1-$2-$3') : digits
}

/** Whether two texts are the same telephone number, however each was typed. */
export function samePhone(one: string, other: string): boolean {
  const digits = normalisePhone(one)
  return digits !== null && digits === normalisePhone(other)
}
