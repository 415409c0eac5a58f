import { parseDate } from '#shared/core/japanese-date.ts'
import { isKana, tidyText, toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import type { DaySlot } from '#shared/roster/day-slots.ts'
import type { ImportColumns, ImportField, neededFields, PersonField } from '#shared/roster/import-columns.ts'
import {
  type CellFault,
  type Cells,
  cellsOf,
  firstFitting,
  lengthFaults,
  missingFaults,
  optionalFields,
  phoneIn,
  plans,
  type Readers,
  readDays,
  readNumber,
  readYear,
  unreadFault,
  words,
} from './import-cells.ts'

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
type ReadRow = { row: ImportedRow; faults: null } | { row: null; faults: readonly CellFault[] }

const lengths: Partial<Record<PersonField, number>> = {
  name: 60,
  nameKana: 60,
  email: 120,
  postalCode: 8,
  address: 200,
  affiliation: 60,
  note: 300,
}

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

/** Looks over the cells that decide who somebody is. */
function identityFaults(cells: Cells): CellFault[] {
  const faults = missingFaults(cells, 'person')
  const kana = cells.get('nameKana') ?? ''
  if (kana !== '' && !isKana(kana)) faults.push({ field: 'nameKana', reason: 'notKana' })
  const phone = cells.get('phone') ?? ''
  if (phone !== '' && phoneIn(phone) === null) faults.push({ field: 'phone', reason: 'notAPhone' })
  return faults
}

function birthDateFaults(cells: Cells, today: string): CellFault[] {
  const { reason } = parseDate(cells.get('birthDate') ?? '', today)
  return reason === null || reason === 'empty' ? [] : [{ field: 'birthDate', reason }]
}

type Optional = Omit<Required<ImportedRow>, 'line' | (typeof neededFields.person)[number]>

const optional: Readers<Optional> = {
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

/** Understands one row under its columns. `today` (`YYYY-MM-DD`) bounds dates of birth. */
export function readRow(
  { line, cells }: { line: number; cells: readonly string[] },
  columns: ImportColumns,
  today: string,
): ReadRow {
  const byField = cellsOf(cells, columns)
  const faults = [
    ...identityFaults(byField),
    ...lengthFaults(byField, lengths),
    ...birthDateFaults(byField, today),
    ...unreadFault(byField, 'number', readNumber, 'notANumber'),
    ...unreadFault(byField, 'insuranceYear', readYear, 'notANumber'),
  ]
  if (faults.length > 0) return { row: null, faults }
  const of = (field: ImportField) => byField.get(field) ?? ''
  const row: ImportedRow = {
    line,
    name: tidyText(of('name')),
    nameKana: tidyText(of('nameKana')),
    phone: phoneIn(of('phone')) ?? '',
    birthDate: parseDate(of('birthDate')).date ?? '',
    ...optionalFields(byField, optional),
  }
  return { row, faults: null }
}
