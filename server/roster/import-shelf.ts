import type { ImportColumns } from '#shared/roster/import-columns.ts'
import { type ImportFate, importFates, type RowPlan } from '#shared/roster/import-plan.ts'
import type { ImportCounts } from '#shared/roster/import-reads.ts'

/** A list that somebody put down to be looked at. */
export interface PutList {
  readonly putBy: string
  readonly putAt: string
  readonly head: readonly string[]
  readonly columns: ImportColumns
  readonly rows: readonly { line: number; cells: readonly string[] }[]
  /** What would happen to each row, as of the moment it was put down. */
  readonly plans: readonly RowPlan[]
}

const keptMs = 60 * 60_000
const mostKept = 5

/**
 * The lists that are being looked at. They lie in memory alone and for an hour at most: a list holds the addresses of
 * hundreds of people, and what was not taken into the roster leaves no trace on the disk.
 */
export class ImportShelf {
  private readonly lists = new Map<string, PutList>()

  put(importId: string, list: PutList): void {
    this.lists.delete(importId)
    this.lists.set(importId, list)
    for (const [id, { putAt }] of this.lists)
      if (this.lists.size > mostKept || Date.parse(list.putAt) - Date.parse(putAt) > keptMs) this.lists.delete(id)
  }

  find(importId: string, now: string): PutList | undefined {
    const list = this.lists.get(importId)
    if (list && Date.parse(now) - Date.parse(list.putAt) <= keptMs) return list
    this.lists.delete(importId)
    return undefined
  }
}

/** How many rows meet which fate. */
export function countFates(plans: readonly RowPlan[]): ImportCounts {
  const count = (wanted: ImportFate) => plans.filter(({ fate }) => fate === wanted).length
  const [isNew, changed, unchanged, refused] = importFates.map(count)
  return { new: isNew ?? 0, changed: changed ?? 0, unchanged: unchanged ?? 0, refused: refused ?? 0 }
}
