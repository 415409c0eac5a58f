import type { WrittenAmount } from '#shared/practice/scenario-desk.ts'

/** A file's data as it is read, however unfinished. */
export type Plain = Readonly<Record<string, unknown>>

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A word of the file; whatever else stands there is none. */
export const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** So many, or between two numbers; undefined where neither stands there. */
export function amountOf(value: unknown): WrittenAmount | undefined {
  if (typeof value === 'number') return value
  if (!isPlain(value)) return undefined
  const { min, max } = value
  return typeof min === 'number' && typeof max === 'number' ? { min, max } : undefined
}

/** The entries of a list that can be shown, with their places in the file. */
export function entriesOf(list: unknown): { item: Plain; index: number }[] {
  const items: readonly unknown[] = Array.isArray(list) ? list : []
  return items.flatMap((item, index) => (isPlain(item) ? [{ item, index }] : []))
}
