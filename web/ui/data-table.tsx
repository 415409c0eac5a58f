import type { ComponentChildren } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import { MoreRows, useBounded } from './bounded-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { nextSort, type SortOrder, sortRows } from './sort-order.ts'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ComponentChildren
  /** Makes the column sortable. */
  compare?: ((a: Row, b: Row) => number) | undefined
  numeric?: boolean | undefined
}

export interface DataTableProps<Row> {
  caption: string
  hideCaption?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Give both to keep the order in the address; without them the table keeps its own. */
  sort?: SortOrder | null | undefined
  onSort?: ((sort: SortOrder) => void) | undefined
  selected?: string | null | undefined
  onSelect?: ((key: string) => void) | undefined
  /** Enter, or a double click. */
  onOpen?: ((key: string) => void) | undefined
  /** The sentence for no rows at all. */
  empty: string
  emptyAction?: ComponentChildren
}

function HeaderCell<Row>(props: { column: Column<Row>; sort: SortOrder | null; onSort: (sort: SortOrder) => void }) {
  const { column, sort, onSort } = props
  const direction = sort?.column === column.key ? sort.direction : undefined
  const classes = column.numeric ? 'table-number' : undefined
  if (!column.compare) {
    return (
      <th scope="col" class={classes}>
        {column.header}
      </th>
    )
  }
  return (
    <th scope="col" class={classes} aria-sort={direction ?? 'none'}>
      <button type="button" class="table-sort" onClick={() => onSort(nextSort(sort, column.key))}>
        {column.header}
        <svg class="table-sort-sign" viewBox="0 0 10 16" aria-hidden="true">
          <path class={direction === 'ascending' ? 'table-sort-on' : undefined} d="M5 1l4 5H1z" />
          <path class={direction === 'descending' ? 'table-sort-on' : undefined} d="M5 15l4-5H1z" />
        </svg>
      </button>
    </th>
  )
}

function useOwnSort<Row>({ sort, onSort }: DataTableProps<Row>) {
  const [own, setOwn] = useState<SortOrder | null>(null)
  return { sort: sort === undefined ? own : sort, onSort: onSort ?? setOwn }
}

/** Where a key leads from this row, or null when the key means nothing here. */
function rowAfterKey(key: string, index: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(index + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(index - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}

/** Keys pressed on a button within a row belong to that button, and Ctrl+Enter to the button of the screen. */
function isForRow(event: KeyboardEvent): boolean {
  return event.target === event.currentTarget && !event.ctrlKey && !event.metaKey && !event.altKey
}

function useRowKeys<Row>(props: DataTableProps<Row>, rows: readonly Row[]) {
  const body = useRef<HTMLTableSectionElement>(null)
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!isForRow(event)) return
    const row = rows[index]
    const next = rowAfterKey(event.key, index, rows.length)
    if (next !== null) {
      event.preventDefault()
      body.current?.rows[next]?.focus()
      const target = rows[next]
      if (target !== undefined) props.onSelect?.(props.rowKey(target))
    } else if (row !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      const act = event.key === 'Enter' ? (props.onOpen ?? props.onSelect) : props.onSelect
      act?.(props.rowKey(row))
    }
  }
  return { body, onKeyDown }
}

function Rows<Row>({ table, rows }: { table: DataTableProps<Row>; rows: readonly Row[] }) {
  const { body, onKeyDown } = useRowKeys(table, rows)
  const canSelect = Boolean(table.onSelect ?? table.onOpen)
  const chosen = rows.findIndex((row) => table.rowKey(row) === table.selected)
  const inTabOrder = Math.max(chosen, 0)
  return (
    <tbody ref={body}>
      {rows.map((row, index) => {
        const key = table.rowKey(row)
        const reach = canSelect
          ? {
              tabIndex: index === inTabOrder ? 0 : -1,
              'aria-selected': index === chosen,
              onKeyDown: (event: KeyboardEvent) => onKeyDown(event, index),
              onClick: () => table.onSelect?.(key),
              onDblClick: () => table.onOpen?.(key),
            }
          : {}
        return (
          <tr key={key} {...reach}>
            {table.columns.map((column) => (
              <td key={column.key} class={column.numeric ? 'table-number' : undefined}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        )
      })}
    </tbody>
  )
}

/** A table that sorts by its headers and whose rows answer to the arrow keys and Enter; a long one is drawn in parts. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, hideCaption, columns, rows, empty, emptyAction } = props
  const { sort, onSort } = useOwnSort(props)
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort])
  const { shown, left, onMore } = useBounded(sorted)
  if (rows.length === 0) return <EmptyState title={empty} action={emptyAction} />
  return (
    <>
      <table class="table" role={props.onSelect || props.onOpen ? 'grid' : undefined}>
        <caption class={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <Rows table={props} rows={shown} />
      </table>
      <MoreRows left={left} onMore={onMore} />
    </>
  )
}
