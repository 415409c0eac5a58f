import type { UnitOfWork } from '#server/core/unit-of-work.ts'
import type { Tx } from '#server/database/record-table.ts'
import type { CellFault } from '#shared/roster/import-cells.ts'
import type { RowPlan } from '#shared/roster/import-plan.ts'

/** A row that was understood, whomever it names: a person or a group. */
interface RosterRow {
  line: number
  name: string
  /** By which the same one is known again in the same file. */
  identity: string
  /** What happens to it as the roster stands now. */
  plan: (tx: Tx) => Promise<RowPlan>
  /** Takes it in; `knownId` is whom the plan found. */
  write: (work: UnitOfWork, knownId: string | null) => Promise<void>
}

export type Understood = { row: RosterRow; faults: null } | { row: null; faults: readonly CellFault[] }
