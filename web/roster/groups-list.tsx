import { signal } from '@preact/signals'
import { registrationText } from '#shared/core/check-digit.ts'
import type { FoundGroup } from '#shared/roster/reads.ts'
import { daysWord, groupKindWords, rosterWords as words } from '#web/texts/roster.ts'
import { Badge } from '#web/ui/badge.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { changes } from './roster-acts.ts'
import { show, shown } from './shown.ts'
import { useAnswer } from './use-answer.ts'

const amongs = ['standing', 'active', 'due', 'withdrawn'] as const
const sought = signal<{ words: string; among: (typeof amongs)[number] }>({ words: '', among: 'standing' })

const columns: Column<FoundGroup>[] = [
  { key: 'number', header: words.columns.number, cell: ({ number }) => registrationText('group', number) },
  {
    key: 'name',
    header: words.columns.groupName,
    cell: ({ name, nameKana, kind }) => (
      <>
        <span class="roster-kana">{nameKana}</span>
        <span class="roster-name">{name}</span>
        <span class="roster-kana">{groupKindWords[kind]}</span>
      </>
    ),
  },
  { key: 'size', header: words.columns.size, cell: ({ usualHeadcount }) => usualHeadcount, numeric: true },
  {
    key: 'when',
    header: words.columns.when,
    cell: ({ days, areas }) => [daysWord(days), ...areas.slice(0, 3)].join(' '),
  },
  {
    key: 'year',
    header: words.columns.year,
    cell: ({ standing }) => <Badge tone={standing === 'active' ? 'good' : 'warning'}>{words.standing[standing]}</Badge>,
  },
]

/** Registered groups, searched as people are. */
export function GroupsList() {
  const reply = useAnswer('roster.findGroups', { ...sought.value, skills: [], area: '', days: [] }, changes.value)
  const found = reply?.kind === 'done' ? reply.body : null
  const more = found ? found.total - found.groups.length : 0
  const current = shown.value
  const goToList = () => document.querySelector<HTMLElement>('.roster-list tbody tr')?.focus()
  const isPlain = sought.value.words.trim() === '' && sought.value.among === 'standing'
  return (
    <>
      <SearchField
        label={words.search}
        value={sought.value.words}
        onInput={(value) => (sought.value = { ...sought.value, words: value.slice(0, 80) })}
        onSubmit={goToList}
        onDown={goToList}
        autoFocus
        found={found ? words.found(found.total) : null}
      />
      <div class="toolbar roster-filters">
        <SelectField
          label={words.among}
          value={sought.value.among}
          emptyLabel=""
          onChange={(value) =>
            (sought.value = { ...sought.value, among: amongs.find((one) => one === value) ?? 'standing' })
          }
          options={amongs.map((value) => ({ value, label: words.amongs[value] }))}
        />
      </div>
      {reply === null && <p role="status">{words.loading}</p>}
      {reply?.kind === 'noLine' && <EmptyState title={words.noLine} />}
      {found && (
        <DataTable
          caption={words.groupList}
          hideCaption
          columns={columns}
          rows={found.groups}
          rowKey={({ groupId }) => groupId}
          selected={'id' in current ? current.id : null}
          onSelect={(id) => show({ kind: 'group', id })}
          empty={isPlain ? words.emptyGroups : words.notFound}
        />
      )}
      {more > 0 && <p class="quiet">{words.more(more)}</p>}
    </>
  )
}
