import { type DateReason, parseDate } from '#shared/core/japanese-date.ts'
import { isKana, tidyText, toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { normalisePhone } from '#shared/core/phone-number.ts'
import type { DaySlot } from '#shared/roster/day-slots.ts'
import { type ImportColumns, type ImportField, importFields, neededFields } from '#shared/roster/import-columns.ts'

/** What is wrong with one cell, so that its row is not taken; the screen has the sentence. */
type CellReason = 'missing' | 'tooLong' | 'notKana' | 'notAPhone' | 'notANumber' | Exclude<DateReason, 'empty'>

export interface CellFault {
  field: ImportField
  reason: CellReason
}

/** One row as it was understood. A field that has no column or an empty cell is absent: it changes nothing. */
export interface ImportedRow {
  /** The line in the file. */
  line: number
  number?: number
  name: string
  nameKana: string
  phone: string
  birthDate: string
  sex?: 'female' | 'male' | 'notSaid'
  email?: string
  postalCode?: string
  address?: string
  affiliation?: string
  skills?: string[]
  licences?: string[]
  vehicle?: 'none' | 'car' | 'keiTruck' | 'van'
  experience?: boolean
  areas?: string[]
  days?: DaySlot[]
  tools?: string[]
  languages?: string[]
  plan?: 'none' | 'basic' | 'naturalDisaster'
  insuranceYear?: number
  note?: string
}

/** A row that was understood, or all that is wrong with it. */
export type ReadRow = { row: ImportedRow; faults: null } | { row: null; faults: readonly CellFault[] }

const lengths: Partial<Record<ImportField, number>> = {
  name: 60,
  nameKana: 60,
  email: 120,
  postalCode: 8,
  address: 200,
  affiliation: 60,
  note: 300,
}

type Cells = ReadonlyMap<ImportField, string>

/** 看護、介護 / 看護・介護 / 看護 介護: several things in one cell, as people part them. */
const several = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,，;；\n／/|｜]+/)
      .map(tidyText)
      .filter((word) => word !== ''),
  ),
]

const words = (text: string): string[] =>
  several(text)
    .map((word) => word.slice(0, 30))
    .slice(0, 20)

const saysYes = (text: string) => /^(はい|有|あり|○|◯|〇|yes|y|1|true|経験あり)/i.test(text)

const sexes: readonly (readonly [RegExp, ImportedRow['sex']])[] = [
  [/女|female|^f$/i, 'female'],
  [/男|male|^m$/i, 'male'],
]
const vehicles: readonly (readonly [RegExp, ImportedRow['vehicle']])[] = [
  [/軽トラ/, 'keiTruck'],
  [/ワゴン|バン|van/i, 'van'],
  [/無|なし|×|no/i, 'none'],
  [/.*/, 'car'],
]
const plans: readonly (readonly [RegExp, ImportedRow['plan']])[] = [
  [/天災|地震/, 'naturalDisaster'],
  [/未|無|なし|×/, 'none'],
  [/.*/, 'basic'],
]

function firstFitting<T>(table: readonly (readonly [RegExp, T])[], text: string): T | undefined {
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
function readNumber(text: string): number | null {
  const digits = /^[A-Z]?-?0*(\d{1,7})(?:-[0-9A-Z])?$/i.exec(toHalfWidthDigits(text).trim())?.[1]
  return digits === undefined ? null : Number(digits)
}

/** 令和8年度, R8, 2026: the year in which an insurance year begins. */
function readYear(text: string): number | null {
  const plain = toHalfWidthDigits(text).replace(/年度?|\s/g, '')
  const era = /^(?:令和|r)(\d{1,2})$/i.exec(plain)?.[1]
  if (era !== undefined) return 2018 + Number(era)
  return /^20\d\d$/.test(plain) ? Number(plain) : null
}

/** Looks over the cells that decide who somebody is. */
function identityFaults(cells: Cells): CellFault[] {
  const faults: CellFault[] = neededFields.flatMap((field) =>
    (cells.get(field) ?? '') === '' ? [{ field, reason: 'missing' as const }] : [],
  )
  const kana = cells.get('nameKana') ?? ''
  if (kana !== '' && !isKana(kana)) faults.push({ field: 'nameKana', reason: 'notKana' })
  const phone = cells.get('phone') ?? ''
  if (phone !== '' && phoneIn(phone) === null) faults.push({ field: 'phone', reason: 'notAPhone' })
  return faults
}

/** Excel drops the first 0 of a telephone number that stands as a number. */
function phoneIn(text: string): string | null {
  return normalisePhone(text) ?? normalisePhone(`0${text}`)
}

function lengthFaults(cells: Cells): CellFault[] {
  return importFields.flatMap((field) => {
    const tooLong = (cells.get(field) ?? '').length > (lengths[field] ?? 300)
    return tooLong ? [{ field, reason: 'tooLong' as const }] : []
  })
}

function birthDateFaults(cells: Cells, today: string): CellFault[] {
  const { reason } = parseDate(cells.get('birthDate') ?? '', today)
  return reason === null || reason === 'empty' ? [] : [{ field: 'birthDate', reason }]
}

/** A number that is none: an empty cell is no fault. */
function numberFault(cells: Cells, field: ImportField, read: (text: string) => number | null): CellFault[] {
  const text = cells.get(field) ?? ''
  return text !== '' && read(text) === null ? [{ field, reason: 'notANumber' }] : []
}

/** Each optional field from its cell; an empty cell says nothing. */
const optional: {
  [F in Exclude<keyof ImportedRow, 'line' | (typeof neededFields)[number]>]: readonly [
    ImportField,
    (text: string) => ImportedRow[F] | null | undefined,
  ]
} = {
  number: ['number', readNumber],
  sex: ['sex', (text) => firstFitting(sexes, text) ?? 'notSaid'],
  email: ['email', tidyText],
  postalCode: ['postalCode', (text) => toHalfWidthDigits(text).replace(/[^\d]/g, '')],
  address: ['address', tidyText],
  affiliation: ['affiliation', tidyText],
  skills: ['skills', words],
  licences: ['licences', words],
  vehicle: ['vehicle', (text) => firstFitting(vehicles, text)],
  experience: ['experience', saysYes],
  areas: ['areas', words],
  days: ['days', readDays],
  tools: ['tools', words],
  languages: ['languages', words],
  plan: ['insurance', (text) => firstFitting(plans, text)],
  insuranceYear: ['insuranceYear', readYear],
  note: ['note', tidyText],
}

function optionalFields(cells: Cells): Partial<ImportedRow> {
  const read = Object.entries(optional).flatMap(([name, [field, understand]]) => {
    const text = cells.get(field) ?? ''
    return text === '' ? [] : [[name, understand(text)] as const]
  })
  return Object.fromEntries(read)
}

/** Understands one row under its columns. `today` (`YYYY-MM-DD`) bounds dates of birth. */
export function readRow(
  { line, cells }: { line: number; cells: readonly string[] },
  { fields }: ImportColumns,
  today: string,
): ReadRow {
  const byField = new Map<ImportField, string>()
  for (const [index, field] of fields.entries()) if (field !== null) byField.set(field, (cells[index] ?? '').trim())
  const faults = [
    ...identityFaults(byField),
    ...lengthFaults(byField),
    ...birthDateFaults(byField, today),
    ...numberFault(byField, 'number', readNumber),
    ...numberFault(byField, 'insuranceYear', readYear),
  ]
  if (faults.length > 0) return { row: null, faults }
  const of = (field: ImportField) => byField.get(field) ?? ''
  const row: ImportedRow = {
    line,
    name: tidyText(of('name')),
    nameKana: tidyText(of('nameKana')),
    phone: phoneIn(of('phone')) ?? '',
    birthDate: parseDate(of('birthDate')).date ?? '',
    ...optionalFields(byField),
  }
  return { row, faults: null }
}
