import type { Tx } from '#server/database/record-table.ts'

type Cell = string | number | null

/** A column of a list; a personal one stands only in the file of whoever chose it and said why. */
export interface Column<R> {
  readonly head: string
  readonly personal?: true
  readonly of: (row: R) => Cell
}

/** What a list is of: the response that goes on, and where it is a list of one day, that day. */
export interface ExportScope {
  readonly activationId: string
  readonly dayId: string | null
}

/** A list that can be taken out: how many rows there are, and what stands in them. */
export interface Exported {
  heads(personal: boolean): string[]
  count(tx: Tx, scope: ExportScope): Promise<number>
  rows(tx: Tx, scope: ExportScope, personal: boolean): Promise<Cell[][]>
}

/** Lets a list of typed rows stand beside the others. */
export function exported<R>(
  columns: readonly Column<R>[],
  count: Exported['count'],
  read: (tx: Tx, scope: ExportScope, personal: boolean) => Promise<readonly R[]>,
): Exported {
  const shown = (personal: boolean) => columns.filter((column) => personal || !column.personal)
  return {
    heads: (personal) => shown(personal).map(({ head }) => head),
    count,
    rows: async (tx, scope, personal) => {
      const own = shown(personal)
      return (await read(tx, scope, personal)).map((row) => own.map(({ of }) => of(row)))
    },
  }
}

export const list = (words: readonly string[]): string => words.join('、')

/** By their ids, for looking up one beside another. */
export const byId = <R extends { id: string }>(records: readonly R[]) =>
  new Map(records.map((record) => [record.id, record]))
