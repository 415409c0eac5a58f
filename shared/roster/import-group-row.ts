import { tidyText, toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import {
  type CellFault,
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
  several,
  unreadFault,
  words,
} from './import-cells.ts'
import type { GroupField, ImportColumns, ImportField } from './import-columns.ts'
import { rosterLimits as limits } from './limits.ts'
import type { GroupContact, RegisteredGroup } from './registered-group.ts'
import type { Registration } from './registration.ts'

type OfGroup = Pick<RegisteredGroup, 'nameKana' | 'kind' | 'skills' | 'vehicles' | 'areas' | 'days' | 'tools' | 'note'>
type OfContact = Pick<GroupContact, 'leaderKana' | 'email' | 'address'>

/** What a list may say of a group besides what it must. */
type Optional = OfGroup & OfContact & { number: number; plan: Registration['insurance']['plan']; insuranceYear: number }

/** One row as it was understood. A field that has no column or an empty cell is absent: it changes nothing. */
export interface ImportedGroup extends Partial<Optional> {
  /** The line in the file. */
  line: number
  name: string
  leaderName: string
  phone: string
  usualHeadcount: number
}

type ReadGroup = { row: ImportedGroup; faults: null } | { row: null; faults: readonly CellFault[] }

const lengths: Partial<Record<GroupField, number>> = {
  name: limits.groupName,
  nameKana: limits.groupName,
  leaderName: 60,
  leaderKana: 60,
  email: 120,
  address: 200,
  note: limits.note,
}

const kinds: readonly (readonly [RegExp, RegisteredGroup['kind']])[] = [
  [/npo|ボランティア/i, 'npo'],
  [/学校|大学|高校|中学|学生/, 'school'],
  [/企業|会社|法人/, 'company'],
  [/自治会|町内会|住民/, 'residents'],
  [/.*/, 'other'],
]

type Vehicle = RegisteredGroup['vehicles'][number]

const vehicleKinds: readonly (readonly [RegExp, Vehicle['kind']])[] = [
  [/大型/, 'largeBus'],
  [/マイクロ|バス/, 'microbus'],
  [/軽トラ/, 'keiTruck'],
  [/軽/, 'keiCar'],
  [/ワゴン|バン/, 'van'],
  [/乗用|普通|車/, 'car'],
  [/.*/, 'other'],
]

const within = (digits: string | undefined, most: number): number | null => {
  const number = Number(digits ?? 0)
  return number >= 1 && number <= most ? number : null
}

/** 20人, 約20名: how many they usually are. */
const readHeadcount = (text: string): number | null =>
  within(/^約?(\d{1,4})[人名]?$/.exec(toHalfWidthDigits(text).replace(/\s/g, ''))?.[1], limits.headcount)

/** ワゴン2台14席: a vehicle without its seats cannot be planned with, so the row is refused and not guessed at. */
function readVehicle(text: string): Vehicle | null {
  const plain = toHalfWidthDigits(text)
  const count = within(/(\d{1,3})\s*台/.exec(plain)?.[1] ?? '1', limits.vehicles)
  const seats = within(/(\d{1,3})\s*[席人名]/.exec(plain)?.[1], limits.seats)
  if (count === null || seats === null) return null
  return { kind: firstFitting(vehicleKinds, plain) ?? 'other', count, seats, mayMoveOnSite: /移動可/.test(plain) }
}

function readVehicles(text: string): Vehicle[] | null {
  if (/^(無|なし|×)/.test(text)) return []
  const read = several(text).map(readVehicle)
  const vehicles = read.filter((one) => one !== null)
  return vehicles.length === read.length && read.length <= 7 ? vehicles : null
}

/** The 登録番号 of a group; one that begins with T is a person's. */
const readGroupNumber = (text: string): number | null => (/^[tＴ]/i.test(text) ? null : readNumber(text))

const optional: Readers<Optional> = {
  number: ['number', readGroupNumber],
  nameKana: ['nameKana', tidyText],
  kind: ['kind', (text) => firstFitting(kinds, text)],
  leaderKana: ['leaderKana', tidyText],
  email: ['email', tidyText],
  address: ['address', tidyText],
  skills: ['skills', words],
  vehicles: ['vehicles', readVehicles],
  areas: ['areas', words],
  days: ['days', readDays],
  tools: ['tools', words],
  plan: ['insurance', (text) => firstFitting(plans, text)],
  insuranceYear: ['insuranceYear', readYear],
  note: ['note', tidyText],
}

/** Understands one row of a list of groups under its columns. */
export function readGroupRow(
  { line, cells }: { line: number; cells: readonly string[] },
  columns: ImportColumns,
): ReadGroup {
  const byField = cellsOf(cells, columns)
  const faults = [
    ...missingFaults(byField, 'group'),
    ...lengthFaults(byField, lengths),
    ...unreadFault(byField, 'phone', phoneIn, 'notAPhone'),
    ...unreadFault(byField, 'headcount', readHeadcount, 'notANumber'),
    ...unreadFault(byField, 'number', readGroupNumber, 'notANumber'),
    ...unreadFault(byField, 'vehicles', readVehicles, 'notVehicles'),
    ...unreadFault(byField, 'insuranceYear', readYear, 'notANumber'),
  ]
  if (faults.length > 0) return { row: null, faults }
  const of = (field: ImportField) => byField.get(field) ?? ''
  const row: ImportedGroup = {
    line,
    name: tidyText(of('name')),
    leaderName: tidyText(of('leaderName')),
    phone: phoneIn(of('phone')) ?? '',
    usualHeadcount: readHeadcount(of('headcount')) ?? 1,
    ...optionalFields(byField, optional),
  }
  return { row, faults: null }
}
