export interface SortOrder {
  column: string
  direction: 'ascending' | 'descending'
}

export interface Sortable<Row> {
  key: string
  compare?: ((a: Row, b: Row) => number) | undefined
}

/** The order after a press on a column's header: ascending first, then the other way round. */
export function nextSort(sort: SortOrder | null, column: string): SortOrder {
  const ascending = sort?.column !== column || sort.direction === 'descending'
  return { column, direction: ascending ? 'ascending' : 'descending' }
}

/** The rows in that order; rows that are equal keep their places, and without an order all do. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
  sort: SortOrder | null,
): readonly Row[] {
  const compare = columns.find((column) => column.key === sort?.column)?.compare
  if (!sort || !compare) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  return rows.toSorted((a, b) => sign * compare(a, b))
}
