import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Tx } from '#server/database/record-table.ts'
import { understandGroup } from '#server/roster/group-rows.ts'
import type { PutList } from '#server/roster/import-shelf.ts'
import { understandPerson } from '#server/roster/person-rows.ts'
import type { Understood } from '#server/roster/understand-row.ts'
import type { ImportColumns } from '#shared/roster/import-columns.ts'
import { doubleRow, type RowPlan, refusedRow } from '#shared/roster/import-plan.ts'

type Row = PutList['rows'][number]

/** Understands one row as its list is one of persons or of groups. */
export const understandRow = (one: Row, columns: ImportColumns, today: string): Understood =>
  columns.kind === 'group' ? understandGroup(one, columns) : understandPerson(one, columns, today)

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
    const { row, faults } = understandRow(one, columns, today)
    if (row === null) {
      plans.push(refusedRow(one.line, (one.cells[nameAt] ?? '').slice(0, 60), faults))
      continue
    }
    const earlier = lineOf.get(row.identity)
    lineOf.set(row.identity, earlier ?? row.line)
    plans.push(earlier === undefined ? await row.plan(tx) : doubleRow(row, earlier))
  }
  return plans
}
