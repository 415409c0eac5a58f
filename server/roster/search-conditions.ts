import { type RegistrationKind, readRegistrationCode } from '#shared/core/check-digit.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import { normalisePhone } from '#shared/core/phone-number.ts'
import { fiscalYearOf, type Standing } from '#shared/roster/rules.ts'

/** A part of a query: its text, and what stands for its question marks. */
export interface Condition {
  sql: string
  parameters: (string | number)[]
}

const digitsIn = (word: string) => word.normalize('NFKC').replace(/[-ー−‐–—()\s]/g, '')

/** The words of a search; a telephone number typed with spaces is one word. */
function wordsOf(text: string): string[] {
  const phone = normalisePhone(text)
  return phone ? [phone] : text.split(/\s+/).filter((word) => word !== '')
}

function ofWord(word: string, kind: RegistrationKind, withPhone: boolean): Condition {
  const code = readRegistrationCode(word)
  if (code?.kind === kind) return { sql: 'r.number = ?', parameters: [code.number] }
  const digits = digitsIn(word)
  if (/^\d+$/.test(digits)) {
    const byPhone = withPhone && digits.length >= 4
    return {
      sql: `(r.number = ?${byPhone ? ' or instr(k.phone, ?) > 0' : ''} or instr(k.key, ?) > 0)`,
      parameters: [digits.length <= 6 ? Number(digits) : -1, ...(byPhone ? [digits] : []), searchKey(word)],
    }
  }
  // Half-typed romaji at the end, while the input method is still composing, is passed over.
  const key = searchKey(word).replace(/([ぁ-ゖ])[a-z]{1,2}$/, '$1')
  // Signs alone are in nobody's name.
  return key === '' ? { sql: '0 = 1', parameters: [] } : { sql: 'instr(k.key, ?) > 0', parameters: [key] }
}

/** Every word must be found, in names, in the number or in the phone; `k` are the keys, `r` the registrations. */
export function wordConditions(text: string, kind: RegistrationKind, withPhone: boolean): Condition[] {
  return wordsOf(text).map((word) => ofWord(word, kind, withPhone))
}

/** How registrations stand, as their columns say it. */
export function standingCondition(among: Standing | 'standing', today: string): Condition {
  const year = fiscalYearOf(today)
  if (among === 'withdrawn') return { sql: "r.status = 'withdrawn'", parameters: [] }
  if (among === 'standing') return { sql: "r.status = 'active'", parameters: [] }
  const sign = among === 'active' ? '>=' : '<'
  return { sql: `r.status = 'active' and r.renewed_for ${sign} ?`, parameters: [year] }
}

/** Lists lie in their columns as JSON text; an entry is found by its own JSON text. */
const entry = (value: string) => JSON.stringify(value)

/** All of these entries. */
export const allOf = (column: string, values: readonly string[]): Condition[] =>
  values.map((value) => ({ sql: `instr(${column}, ?) > 0`, parameters: [entry(value)] }))

/** One of these entries, or none said at all. */
export function oneOfOrOpen(column: string, values: readonly string[]): Condition[] {
  if (values.length === 0) return []
  const any = values.map(() => `instr(${column}, ?) > 0`).join(' or ')
  return [{ sql: `(${column} = '[]' or ${any})`, parameters: values.map(entry) }]
}

/** All conditions as one; of none, everything. */
export function together(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.length === 0 ? '1 = 1' : conditions.map(({ sql }) => `(${sql})`).join(' and '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  }
}
