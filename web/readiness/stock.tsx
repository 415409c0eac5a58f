import { signal } from '@preact/signals'
import { newId } from '#shared/core/ids.ts'
import { searchKey } from '#shared/core/japanese-text.ts'
import { timeZone } from '#shared/core/time.ts'
import { stands, stockCode, stockDue, stockNumberIn } from '#shared/readiness/rules.ts'
import type { StockItem } from '#shared/readiness/stock-item.ts'
import { ownerNames } from '#shared/texts/readiness-words.ts'
import { store } from '#web/core/store.ts'
import { mayEdit, said, today } from '#web/readiness/acts.ts'
import { StockForm } from '#web/readiness/stock-form.tsx'
import { DueBadge, StockPage } from '#web/readiness/stock-page.tsx'
import { stockWords as words } from '#web/texts/readiness.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { SearchField } from '#web/ui/search-field.tsx'

const typed = signal('')
const onlyDue = signal(false)
const open = signal<string | null>(null)
const written = signal<string | null>(null)

const standing = () =>
  store
    .all('stockItem')
    .filter(stands)
    .toSorted((one, other) => one.number - other.number)

const isDue = (item: StockItem) => stockDue(item, today(), timeZone) !== null
export const dueStock = () => standing().filter(isDue)

/** Opens the thing with this number, as its label says it. */
export function openStock(number: number): void {
  const item = standing().find((one) => one.number === number)
  if (item) open.value = item.id
  else said.value = { tone: 'warning', text: words.noSuch(stockCode(number)) }
}

const columns: Column<StockItem>[] = [
  { key: 'code', header: words.columns.code, cell: ({ number }) => stockCode(number) },
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

/** 備品: what the set-up room has, whose it is, and what has to be looked at. */
export function Stock() {
  const item = store.get('stockItem', open.value)
  return (
    <div class="stack">
      <div class="toolbar">
        {mayEdit() ? (
          <Button variant="next" shortcut="n" onPress={() => (written.value = newId())}>
            {words.add}
          </Button>
        ) : null}
        <a class="button" href="/sheets/stock-labels" target="_blank" rel="noopener">
          {words.labels}
        </a>
        <a class="button" href="/sheets/stock" target="_blank" rel="noopener">
          {words.ledger}
        </a>
      </div>
      <div class="set-up-stock">
        <List />
        {item && stands(item) ? (
          <StockPage item={item} onChange={() => (written.value = item.id)} />
        ) : (
          <EmptyState title={words.pick} />
        )}
      </div>
      {written.value ? (
        <StockForm key={written.value} stockId={written.value} onClose={() => (written.value = null)} />
      ) : null}
    </div>
  )
}
