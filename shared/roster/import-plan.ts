import type { Person, PersonContact } from '#shared/volunteers/person.ts'
import type { CellFault } from './import-cells.ts'
import type { ImportedRow } from './import-row.ts'
import type { Registration } from './registration.ts'

/** What will happen to a row: 新しい人, 変わる人, 同じ, 取り込めない. */
export const importFates = ['new', 'changed', 'unchanged', 'refused'] as const
export type ImportFate = (typeof importFates)[number]

/** Why a row that can be read is not taken all the same. */
type RowFault = 'doubleInFile' | 'numberOfAnother' | 'withdrawn'

/** A person of the roster as the center knows them. */
export interface KnownVolunteer {
  person: Person
  contact: PersonContact
  /** Undefined for somebody who came on a day and is not on the roster. */
  registration: Registration | undefined
}

/** One row's fate, with what changes or why it is refused. */
export interface RowPlan {
  line: number
  name: string
  fate: ImportFate
  /** The person or group it is, where the center knows them. */
  knownId: string | null
  /** Names of the fields that change. */
  changes: readonly string[]
  faults: readonly CellFault[]
  rowFault: RowFault | null
  /** The line in the file where the same person stands already. */
  sameAsLine: number | null
}

type Fields = Pick<RowPlan, 'line' | 'name'> & Partial<RowPlan>

/** A plan with what is worth saying of it. */
export const planned = (fields: Fields, fate: ImportFate): RowPlan => ({
  knownId: null,
  changes: [],
  faults: [],
  rowFault: null,
  sameAsLine: null,
  ...fields,
  fate,
})

/** A row whose cells could not be understood. */
export const refusedRow = (line: number, name: string, faults: readonly CellFault[]) =>
  planned({ line, name, faults }, 'refused')

/** Two rows of one file that are one person or group: the second is not taken. */
export const doubleRow = ({ line, name }: { line: number; name: string }, sameAsLine: number) =>
  planned({ line, name, rowFault: 'doubleInFile', sameAsLine }, 'refused')

/** By which one person is known again in the same file. */
export const identityOf = ({ phone, birthDate, nameKana }: ImportedRow, key: (text: string) => string) =>
  `${phone} ${birthDate} ${key(nameKana)}`

function sameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  const known = new Set(other.map((item) => JSON.stringify(item)))
  return one.length === other.length && one.every((item) => known.has(JSON.stringify(item)))
}

function differs(said: unknown, known: unknown): boolean {
  if (said === undefined) return false
  return Array.isArray(said) && Array.isArray(known) ? !sameList(said, known) : said !== known
}

/** What the row says of the person, of how they are reached, and of the registration; what it does not say is absent. */
export function partsOf(row: ImportedRow) {
  const { name, nameKana, skills, licences, vehicle, experience, affiliation } = row
  const { phone, birthDate, sex, email, postalCode, address } = row
  const { areas, days, tools, languages, note } = row
  return {
    person: said({ name, nameKana, skills, licences, vehicle, experience, affiliation }),
    contact: said({ phone, birthDate, sex, email, postalCode, address }),
    registration: said({ areas, days, tools, languages, note }),
    insurance: said({ plan: row.plan, fiscalYear: row.insuranceYear }),
  }
}

type Said<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields that say something. */
export function said<T extends object>(fields: T): Said<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Said<T>
}

/** Names of the fields in which what a row says differs from what is known. */
export function changesBetween(pairs: readonly (readonly [object, object])[]): string[] {
  return pairs.flatMap(([saidFields, known]) => {
    const knownFields = new Map<string, unknown>(Object.entries(known))
    return Object.entries(saidFields).flatMap(([field, value]) =>
      differs(value, knownFields.get(field)) ? [field] : [],
    )
  })
}

function changesOf(row: ImportedRow, { person, contact, registration }: KnownVolunteer): string[] {
  const parts = partsOf(row)
  const ofRoster: readonly (readonly [object, object])[] = registration
    ? [
        [parts.registration, registration],
        [parts.insurance, registration.insurance],
      ]
    : []
  return changesBetween([[parts.person, person], [parts.contact, contact], ...ofRoster])
}

/** What will happen to a row that is one known person. */
function planKnown(row: ImportedRow, one: KnownVolunteer): RowPlan {
  const fields = { line: row.line, name: row.name, knownId: one.person.id }
  // Whoever left the roster asked to; an old list does not bring them back.
  if (one.registration?.status === 'withdrawn') return planned({ ...fields, rowFault: 'withdrawn' }, 'refused')
  const changes = changesOf(row, one)
  if (one.registration === undefined) return planned({ ...fields, changes }, 'new')
  return planned({ ...fields, changes }, changes.length === 0 ? 'unchanged' : 'changed')
}

/** What will happen to a row that was understood, given whom the center knows under its identity. */
export function planRow(
  row: ImportedRow,
  known: KnownVolunteer | undefined,
  ofNumber: KnownVolunteer | undefined,
): RowPlan {
  const { line, name } = row
  const isAnother = ofNumber !== undefined && known?.person.id !== ofNumber.person.id
  if (isAnother && ofNumber.contact.birthDate !== row.birthDate)
    return planned({ line, name, rowFault: 'numberOfAnother' }, 'refused')
  const one = ofNumber ?? known
  return one === undefined ? planned({ line, name }, 'new') : planKnown(row, one)
}
