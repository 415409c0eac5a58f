import { registrationText } from '#shared/core/check-digit.ts'
import { formatDate } from '#shared/core/japanese-date.ts'
import type { FoundPerson } from '#shared/roster/reads.ts'
import { areaNames, slots } from '#shared/roster/registration-form.ts'
import { skillChoices } from '#shared/volunteers/reception-form.ts'
import { vehicles } from '#shared/volunteers/vehicles.ts'
import { vehicleWords } from '#web/texts/reception.ts'
import { daysWord, slotWord, rosterWords as words } from '#web/texts/roster.ts'
import { Badge } from '#web/ui/badge.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { changes } from './roster-acts.ts'
import { type Among, filters, show, shown } from './shown.ts'
import { useAnswer } from './use-answer.ts'

const columns: Column<FoundPerson>[] = [
  {
    key: 'number',
    header: words.columns.number,
    cell: ({ number }) => (number === null ? words.notRegistered : registrationText('person', number)),
  },
  {
    key: 'name',
    header: words.columns.name,
    cell: ({ name, nameKana, affiliation }) => (
      <>
        <span class="roster-kana">{nameKana}</span>
        <span class="roster-name">{name}</span>
        {affiliation !== '' && <span class="roster-kana">{affiliation}</span>}
      </>
    ),
  },
  {
    key: 'can',
    header: words.columns.can,
    cell: ({ skills, vehicle }) => [...skills, ...(vehicle === 'none' ? [] : [vehicleWords[vehicle]])].join('・'),
  },
  {
    key: 'when',
    header: words.columns.when,
    cell: ({ days, areas }) => [daysWord(days), areas.slice(0, 3).join('・')].filter((one) => one !== '').join('／'),
  },
  {
    key: 'year',
    header: words.columns.year,
    cell: ({ standing }) =>
      standing && <Badge tone={standing === 'active' ? 'good' : 'warning'}>{words.standing[standing]}</Badge>,
  },
  {
    key: 'last',
    header: words.columns.last,
    cell: ({ today, lastDate }) =>
      today ? words.today(today.number) : lastDate ? <span class="number">{formatDate(lastDate, 'ja')}</span> : '',
  },
]

const change = (part: Partial<typeof filters.value>) => {
  filters.value = { ...filters.value, ...part }
}

const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

function Filters() {
  const { among, skill, area, slot, vehicle } = filters.value
  const amongs = Object.entries(words.amongs).map(([value, label]) => ({ value, label }))
  return (
    <div class="toolbar roster-filters">
      <SelectField
        label={words.among}
        value={among}
        emptyLabel=""
        onChange={(value) => change({ among: value as Among })}
        options={amongs}
      />
      <SelectField
        label={words.skill}
        value={skill}
        emptyLabel={words.any}
        onChange={(value) => change({ skill: value })}
        options={same(skillChoices)}
      />
      <SelectField
        label={words.area}
        value={area}
        emptyLabel={words.any}
        onChange={(value) => change({ area: value })}
        options={same(areaNames)}
      />
      <SelectField
        label={words.day}
        value={slot}
        emptyLabel={words.any}
        onChange={(value) => change({ slot: value })}
        options={slots.map((value) => ({ value, label: slotWord(value) }))}
      />
      <SelectField
        label={words.vehicle}
        value={vehicle}
        emptyLabel={words.any}
        onChange={(value) => change({ vehicle: value })}
        options={vehicles.filter((one) => one !== 'none').map((value) => ({ value, label: vehicleWords[value] }))}
      />
    </div>
  )
}

function goToList(): void {
  document.querySelector<HTMLElement>('.roster-list tbody tr')?.focus()
}

/** What is said where nothing was found: nobody there at all, nobody due, or nobody who fits. */
function emptySentence(): string {
  const { words: typed, among, skill, area, slot, vehicle } = filters.value
  if ([typed.trim(), skill, area, slot, vehicle].some((one) => one !== '')) return words.notFound
  if (among === 'due') return words.nobodyDue
  return among === 'standing' ? words.empty : words.notFound
}

/** People of the roster: searched on the server as one types, for no desk holds ten thousand of them. */
export function PeopleList() {
  const { words: typed, among, skill, area, slot, vehicle } = filters.value
  const reply = useAnswer(
    'roster.findPeople',
    {
      words: typed,
      among,
      skills: skill === '' ? [] : [skill],
      area,
      days: slots.filter((one) => one === slot),
      vehicles: vehicles.filter((one) => one === vehicle),
    },
    changes.value,
  )
  const found = reply?.kind === 'done' ? reply.body : null
  const more = found ? found.total - found.people.length : 0
  const current = shown.value
  const open = (id: string) => show({ kind: 'person', id })
  const take = () => {
    const [one] = found?.people ?? []
    if (found?.people.length === 1 && one) open(one.personId)
    else goToList()
  }
  return (
    <>
      <SearchField
        label={words.search}
        value={typed}
        onInput={(value) => change({ words: value.slice(0, 80) })}
        onSubmit={take}
        onDown={goToList}
        autoFocus
        found={found ? words.found(found.total) : null}
      />
      <Filters />
      {reply === null && <p role="status">{words.loading}</p>}
      {reply?.kind === 'noLine' && <EmptyState title={words.noLine} />}
      {found && (
        <DataTable
          caption={words.list}
          hideCaption
          columns={columns}
          rows={found.people}
          rowKey={({ personId }) => personId}
          selected={'id' in current ? current.id : null}
          onSelect={open}
          empty={emptySentence()}
        />
      )}
      {more > 0 && <p class="quiet">{words.more(more)}</p>}
    </>
  )
}
