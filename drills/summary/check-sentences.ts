import type { Amount, Expectation } from '#drills/core/scenario.ts'
import type { AfterAction } from '#drills/summary/after-action.ts'

/** Each check of an expectation by its name: what does not hold, in a sentence, or null. */
export type Checks = {
  [C in Expectation['check']]: (expected: Extract<Expectation, { check: C }>, after: AfterAction) => string | null
}

const wordsOf = (amount: Amount) => (typeof amount === 'number' ? `${amount}` : `${amount.min}〜${amount.max}`)

function isWithin(expected: Amount, found: number): boolean {
  return typeof expected === 'number' ? found === expected : found >= expected.min && found <= expected.max
}

/** So many as were expected, or as many as lie between two numbers. */
export const same = (what: string, expected: Amount, found: number) =>
  isWithin(expected, found) ? null : `${what}は${wordsOf(expected)}のはずが、${found}でした。`

export const differing = (what: string, expected: Amount, found: number) =>
  isWithin(expected, found) ? [] : [`${what} ${wordsOf(expected)}→${found}`]

/** So many are named; of a hundred, nobody reads all. */
const mostListed = 12

export function listed(what: string, all: readonly (string | number)[]): string | null {
  if (all.length === 0) return null
  const more = all.length > mostListed ? `、ほか${all.length - mostListed}` : ''
  return `${what}: ${all.slice(0, mostListed).join('、')}${more}`
}

/** At least so many by a time. */
export const atLeastBy = (clock: string, what: string, expected: number, found: number) =>
  found >= expected ? null : `${clock}までに${expected}${what}のはずが、${found}${what}でした。`
