import type { DateReason } from '#shared/core/japanese-date.ts'
import { tidyText, toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { normalisePhone } from '#shared/core/phone-number.ts'
import type { DaySlot } from '#shared/roster/day-slots.ts'
import { type ImportColumns, type ImportField, neededFields } from './import-columns.ts'

/** What is wrong with one cell, so that its row is not taken; the screen has the sentence. */
export type CellReason =
  | 'missing'
  | 'tooLong'
  | 'notKana'
  | 'notAPhone'
  | 'notANumber'
  | 'notVehicles'
  | Exclude<DateReason, 'empty'>

export interface CellFault {
  field: ImportField
  reason: CellReason
}

/** The cells of one row by what their columns mean. */
export type Cells = ReadonlyMap<ImportField, string>

/** 看護、介護 / 看護・介護 / 看護 介護: several things in one cell, as people part them. */
export const several = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,，;；\n／/|｜]+/)
      .map(tidyText)
      .filter((word) => word !== ''),
  ),
]

export const words = (text: string): string[] =>
  several(text)
    .map((word) => word.slice(0, 30))
    .slice(0, 20)

export const plans: readonly (readonly [RegExp, 'none' | 'basic' | 'naturalDisaster'])[] = [
  [/天災|地震/, 'naturalDisaster'],
  [/未|無|なし|×/, 'none'],
  [/.*/, 'basic'],
]

export function firstFitting<T>(table: readonly (readonly [RegExp, T])[], text: string): T | undefined {
  return table.find(([sign]) => sign.test(text))?.[1]
}

const weekdays = [
  ['月', 'mon'],
  ['火', 'tue'],
  ['水', 'wed'],
  ['木', 'thu'],
  ['金', 'fri'],
  ['土', 'sat'],
  ['日', 'sun'],
] as const
const everyDay = weekdays.map(([sign]) => sign).join('')

/** 月水金, 土日午前, 平日, 毎日, いつでも as the half-days they mean. */
export function readDays(text: string): DaySlot[] {
  const spelled = text
    .replace(/曜日?/g, '')
    .replace(/毎日|いつでも/g, everyDay)
    .replace(/平日/g, '月火水木金')
    .replace(/週末|休日/g, '土日')
    .replace(/[〜～-]/g, '')
  return several(spelled.replace(/・/g, '、')).flatMap((part) => {
    const halves = /午前|am/i.test(part)
      ? (['am'] as const)
      : /午後|pm/i.test(part)
        ? (['pm'] as const)
        : (['am', 'pm'] as const)
    const named = weekdays.filter(([sign]) => part.replace(/午前|午後/g, '').includes(sign))
    return named.flatMap(([, day]) => halves.map((half) => `${day}.${half}` as const))
  })
}

/** 登録番号 as people write it: T-0012, T0012-7, 12. A check digit after the number is not asked for in lists. */
export function readNumber(text: string): number | null {
  const digits = /^[A-Z]?-?0*(\d{1,7})(?:-[0-9A-Z])?$/i.exec(toHalfWidthDigits(text).trim())?.[1]
  return digits === undefined ? null : Number(digits)
}

/** 令和8年度, R8, 2026: the year in which an insurance year begins. */
export function readYear(text: string): number | null {
  const plain = toHalfWidthDigits(text).replace(/年度?|\s/g, '')
  const era = /^(?:令和|r)(\d{1,2})$/i.exec(plain)?.[1]
  if (era !== undefined) return 2018 + Number(era)
  return /^20\d\d$/.test(plain) ? Number(plain) : null
}

/** Excel drops the first 0 of a telephone number that stands as a number. */
export function phoneIn(text: string): string | null {
  return normalisePhone(text) ?? normalisePhone(`0${text}`)
}

/** The cells of a row under its columns. */
export function cellsOf(cells: readonly string[], { fields }: ImportColumns): Cells {
  const byField = new Map<ImportField, string>()
  for (const [index, field] of fields.entries()) if (field !== null) byField.set(field, (cells[index] ?? '').trim())
  return byField
}

/** Cells without which the row says nothing of use. */
export function missingFaults(cells: Cells, kind: ImportColumns['kind']): CellFault[] {
  return neededFields[kind].flatMap((field) =>
    (cells.get(field) ?? '') === '' ? [{ field, reason: 'missing' as const }] : [],
  )
}

export function lengthFaults(cells: Cells, lengths: Partial<Record<ImportField, number>>): CellFault[] {
  return [...cells].flatMap(([field, text]) =>
    text.length > (lengths[field] ?? 300) ? [{ field, reason: 'tooLong' as const }] : [],
  )
}

/** A cell that cannot be understood: an empty one is no fault. */
export function unreadFault(
  cells: Cells,
  field: ImportField,
  read: (text: string) => unknown,
  reason: CellReason,
): CellFault[] {
  const text = cells.get(field) ?? ''
  return text !== '' && read(text) === null ? [{ field, reason }] : []
}

/** How each optional field is read, from which cell. */
export type Readers<T> = { [F in keyof T]-?: readonly [ImportField, (text: string) => T[F] | null | undefined] }

/** Each optional field from its cell; an empty cell says nothing. */
export function optionalFields<T extends object>(cells: Cells, readers: Readers<T>): Partial<T> {
  const pairs = Object.entries(readers) as [string, readonly [ImportField, (text: string) => unknown]][]
  const read = pairs.flatMap(([name, [field, understand]]) => {
    const text = cells.get(field) ?? ''
    return text === '' ? [] : [[name, understand(text)] as const]
  })
  return Object.fromEntries(read) as Partial<T>
}
