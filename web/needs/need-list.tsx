import { useState } from 'preact/hooks'
import { needNumberText } from '#shared/needs/need-number.ts'
import { answerOverdue, isGateOpen } from '#shared/needs/rules.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { choiceWords } from '#shared/texts/need-words.ts'
import { openFilter, openNeedId } from '#web/needs/desk-view.ts'
import { NeedDetail } from '#web/needs/need-detail.tsx'
import { foundBy, needShelves, searchingOlder, useOlderNeeds } from '#web/needs/older-needs.ts'
import {
  centerToday,
  listedNeeds,
  type NeedRow,
  needCounts,
  needFilters,
  needRows,
  townNameOf,
} from '#web/needs/selectors.ts'
import { shortTime } from '#web/needs/short-time.ts'
import { needListWords, revealWords } from '#web/texts/needs.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'

const words = needListWords

/** 急 危 見 止 遅: one letter each, with its word for who cannot see it. */
function Signs({ need }: Pick<NeedRow, 'need'>) {
  const holds = {
    crisis: need.crisis,
    urgent: need.urgent,
    gate: !isGateOpen(need),
    overdue: answerOverdue(need, centerToday()),
    watch: need.watch,
  }
  const kinds = (['crisis', 'urgent', 'gate', 'overdue', 'watch'] as const).filter((kind) => holds[kind])
  return (
    <span class="needs-signs">
      {kinds.map((kind) => (
        <Badge key={kind} tone={kind === 'watch' ? 'plain' : kind === 'gate' ? 'warning' : 'stop'}>
          <span aria-hidden="true">{words.signs[kind]}</span>
          <span class="visually-hidden">{words.signWords[kind]}</span>
        </Badge>
      ))}
    </span>
  )
}

function jobOf({ need }: NeedRow): string {
  return need.work || need.categories.map((category) => choiceWords.categories[category]).join('・') || words.noJob
}

const columns: Column<NeedRow>[] = [
  {
    key: 'number',
    header: words.columns.number,
    cell: ({ need }) => <span class="number">{needNumberText(need.number)}</span>,
    compare: (one, other) => one.need.number - other.need.number,
  },
  {
    key: 'status',
    header: words.columns.status,
    cell: ({ need }) => (
      <>
        <StatusMark {...statusMark(need.status)} /> <Signs need={need} />
      </>
    ),
  },
  {
    key: 'household',
    header: words.columns.household,
    cell: ({ need, household }) =>
      need.addressWithheld ? revealWords.withheldShort : household?.name || household?.nameKana || '',
  },
  {
    key: 'town',
    header: words.columns.town,
    cell: ({ need }) => (need.hasPlace ? townNameOf(need.townId) : `${townNameOf(need.townId)} ${words.noPlace}`),
    compare: (one, other) => townNameOf(one.need.townId).localeCompare(townNameOf(other.need.townId), 'ja'),
  },
  { key: 'work', header: words.columns.work, cell: (row) => <span class="needs-job">{jobOf(row)}</span> },
  {
    key: 'received',
    header: words.columns.received,
    cell: ({ need }) => <span class="number">{shortTime(need.receivedAt)}</span>,
    compare: (one, other) => one.need.receivedAt.localeCompare(other.need.receivedAt),
  },
]

function Filters({ counts }: { counts: ReturnType<typeof needCounts> }) {
  return (
    <div class="toolbar needs-filters">
      {needFilters.map((filter) => (
        <Button key={filter} pressed={openFilter.value === filter} onPress={() => (openFilter.value = filter)}>
          {words.filters[filter]} <span class="number">{counts[filter]}</span>
        </Button>
      ))}
    </div>
  )
}

/** All needs, searched and filtered, and beside them the one that is open. */
export function NeedList() {
  const [typed, setTyped] = useState('')
  useOlderNeeds(typed)
  const shelves = needShelves()
  const today = centerToday()
  const rows = listedNeeds(needRows(shelves), openFilter.value, typed, today, foundBy(typed))
  const selected = needRows(shelves).find(({ need }) => need.id === openNeedId.value)
  const none = shelves.needs.length === 0
  return (
    <div class="needs-list">
      <div class="panel-body stack">
        <SearchField
          label={words.search}
          value={typed}
          onInput={setTyped}
          found={`${words.found(rows.length)}${searchingOlder.value ? ` ${words.older}` : ''}`}
          onSubmit={() => (openNeedId.value = rows[0]?.need.id ?? null)}
        />
        <Filters counts={needCounts(shelves.needs, today)} />
        <DataTable
          caption={words.caption}
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={({ need }) => need.id}
          selected={openNeedId.value}
          onSelect={(id) => (openNeedId.value = id)}
          empty={none ? words.emptyAll : words.empty}
        />
      </div>
      <div class="needs-side">
        {selected ? <NeedDetail key={selected.need.id} {...selected} /> : <EmptyState title={words.choose} />}
      </div>
    </div>
  )
}
