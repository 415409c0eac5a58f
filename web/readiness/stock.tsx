import { signal } from '@preact/signals'
import { searchKey } from '#shared/core/japanese-text.ts'
import { timeZone } from '#shared/core/time.ts'
import { stands, stockCode, stockDue, stockNumberIn } from '#shared/readiness/rules.ts'
import type { StockItem } from '#shared/readiness/stock-item.ts'
import { ownerNames } from '#shared/texts/readiness-words.ts'
import { CodeReaders } from '#web/center/code-readers.tsx'
import { store } from '#web/core/store.ts'
import { said, today } from '#web/readiness/acts.ts'
import { DueBadge, StockPage } from '#web/readiness/stock-page.tsx'
import { WritingPart } from '#web/readiness/writing-part.tsx'
import { writtenStock } from '#web/readiness/written-stock.ts'
import { codeWords } from '#web/texts/codes.ts'
import { stockWords as words } from '#web/texts/readiness.ts'
import { BlankFormsLink } from '#web/ui/blank-forms-link.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { SearchField } from '#web/ui/search-field.tsx'

const typed = signal('')
const onlyDue = signal(false)
const open = signal<string | null>(null)
/** The thing whose label led to this page. */
const arrivedAt = signal<string | null>(null)

const standing = () =>
  store
    .all('stockItem')
    .filter(stands)
    .toSorted((one, other) => one.number - other.number)

const isDue = (item: StockItem) => stockDue(item, today(), timeZone) !== null
export const dueStock = () => standing().filter(isDue)

/** A label in sight of the camera is read again and again: what was said of it is said once. */
function warn(text: string): void {
  if (said.value?.text !== text) said.value = { tone: 'warning', text }
}

/** Shows the thing whose label was scanned by another program: it has to be in sight, also on a phone. */
export function arriveAtStock(number: number): void {
  openStock(number)
  arrivedAt.value = open.value
}

/** Opens the thing with this number, as its label says it. */
function openStock(number: number): void {
  const item = standing().find((one) => one.number === number)
  if (!item) {
    warn(words.noSuch(stockCode(number)))
    return
  }
  // What was refused of this very thing stays to be read, though its label is still in sight.
  if (open.value !== item.id) said.value = null
  open.value = item.id
}

const columns: Column<StockItem>[] = [
  {
    key: 'code',
    header: words.columns.code,
    cell: ({ number }) => <span class="set-up-code">{stockCode(number)}</span>,
  },
  {
    key: 'name',
    header: words.columns.name,
    cell: ({ id, name }) => (
      <button type="button" class="set-up-link" onClick={() => (open.value = id)}>
        {name}
      </button>
    ),
  },
  { key: 'place', header: words.columns.place, cell: ({ place }) => place },
  { key: 'count', header: words.columns.count, cell: ({ count, unit }) => `${count}${unit}`, numeric: true },
  { key: 'owner', header: words.columns.owner, cell: ({ owner }) => ownerNames[owner] },
  { key: 'due', header: words.columns.due, cell: (item) => <DueBadge item={item} /> },
]

const matches = ({ name, place, number }: StockItem, words_: string) =>
  searchKey([name, place, stockCode(number)].join(' ')).includes(searchKey(words_))

function submit(text: string): void {
  const number = stockNumberIn(text)
  if (number !== null) {
    openStock(number)
    typed.value = ''
    return
  }
  const [first] = standing().filter((item) => matches(item, text))
  if (first) open.value = first.id
}

function List() {
  // A reader types a whole address, which is no name: until it ends with Enter the list stays as it is.
  const words_ = typed.value.includes('#stock-') ? '' : typed.value
  const shown = (onlyDue.value ? dueStock() : standing()).filter((item) => matches(item, words_))
  return (
    <div class="stack">
      <div class="toolbar">
        <SearchField
          label={words.label}
          placeholder={words.labelHint}
          value={typed.value}
          onInput={(text) => (typed.value = text)}
          onSubmit={submit}
          found={words.found(shown.length)}
        />
        <CheckField label={words.onlyDue} checked={onlyDue.value} onChange={(on) => (onlyDue.value = on)} />
      </div>
      <DataTable
        caption={words.caption}
        hideCaption
        columns={columns}
        rows={shown}
        rowKey={({ id }) => id}
        selected={open.value}
        onOpen={(id) => (open.value = id)}
        empty={onlyDue.value ? words.emptyDue : words.empty}
      />
    </div>
  )
}

/** Several labels are read one after the other, so the camera stays until it is put away. */
function readLabel(text: string): boolean {
  const number = stockNumberIn(text)
  if (number === null) warn(words.noLabel)
  else openStock(number)
  return false
}

const printed = [
  ['/sheets/stock-labels', words.labels],
  ['/sheets/stock', words.ledger],
] as const

/** 備品: what the set-up room has, whose it is, and what has to be looked at. */
export function Stock() {
  const item = store.get('stockItem', open.value)
  const links = printed.map(([path, label]) => (
    <a key={path} class="button" href={path} target="_blank" rel="noopener">
      {label}
    </a>
  ))
  return (
    <WritingPart
      written={writtenStock}
      add={words.add}
      tools={
        <>
          {links}
          <BlankFormsLink />
          <CodeReaders onCode={readLabel} onNone={() => warn(codeWords.none)} />
        </>
      }
    >
      <div class="set-up-stock">
        <List />
        {item && stands(item) ? (
          <StockPage
            key={item.id}
            item={item}
            arrived={arrivedAt.value === item.id}
            onChange={() => (writtenStock.recordId.value = item.id)}
          />
        ) : (
          <EmptyState title={words.pick} />
        )}
      </div>
    </WritingPart>
  )
}
