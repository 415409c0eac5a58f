import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Tx } from '#server/database/record-table.ts'
import { findRegistrationByNumber, registrations } from '#server/roster/registrations.ts'
import { findKnownPerson } from '#server/volunteers/persons.ts'
import { getWholePerson } from '#server/volunteers/save-person.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import type { ImportColumns } from '#shared/roster/import-columns.ts'
import {
  doubleRow,
  identityOf,
  type KnownVolunteer,
  planRow,
  type RowPlan,
  refusedRow,
} from '#shared/roster/import-plan.ts'
import { type ImportedRow, readRow } from '#shared/roster/import-row.ts'
import type { PutList } from './import-shelf.ts'

type Row = PutList['rows'][number]

async function volunteerOf(tx: Tx, personId: string): Promise<KnownVolunteer> {
  const { person, contact } = await getWholePerson(tx, personId)
  return { person, contact, registration: await registrations.find(tx, personId) }
}

async function ofNumber(tx: Tx, number: number | undefined): Promise<KnownVolunteer | undefined> {
  const found = number === undefined ? undefined : await findRegistrationByNumber(tx, number)
  return found && volunteerOf(tx, found.id)
}

/** What happens to one row as the roster stands now. */
export async function planOne(tx: Tx, row: ImportedRow): Promise<RowPlan> {
  const person = await findKnownPerson(tx, row)
  return planRow(row, person && (await volunteerOf(tx, person.id)), await ofNumber(tx, row.number))
}

/** After so many rows the others at the center get their turn. */
const rowsAtATime = 100

/** What would happen to each row of a list; nothing is written. */
export async function planRows(
  tx: Tx,
  rows: readonly Row[],
  columns: ImportColumns,
  today: string,
): Promise<RowPlan[]> {
  const plans: RowPlan[] = []
  const lineOf = new Map<string, number>()
  const nameAt = columns.fields.indexOf('name')
  for (const [index, one] of rows.entries()) {
    if (index % rowsAtATime === 0) await nextTurn()
    const { row, faults } = readRow(one, columns, today)
    if (row === null) {
      plans.push(refusedRow(one.line, (one.cells[nameAt] ?? '').slice(0, 60), faults))
      continue
    }
    const identity = identityOf(row, searchKey)
    const earlier = lineOf.get(identity)
    lineOf.set(identity, earlier ?? row.line)
    plans.push(earlier === undefined ? await planOne(tx, row) : doubleRow(row, earlier))
  }
  return plans
}
