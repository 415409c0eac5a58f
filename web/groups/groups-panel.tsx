import './groups.css'
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { presentOf, withoutName } from '#shared/groups/rules.ts'
import { wantedThere } from '#web/center/go-to-panel.ts'
import { openDay } from '#web/center/selectors.ts'
import { store } from '#web/core/store.ts'
import { groupNumber, groupStates, groupWords as words } from '#web/texts/groups.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { UndoBar } from '#web/ui/undo-bar.tsx'
import { useShortcut } from '#web/ui/use-shortcut.ts'
import { said, takeBack, undoable } from './acts.ts'
import { EditForm } from './edit-form.tsx'
import { GroupCard, statusText } from './group-card.tsx'
import { GroupForm } from './group-form.tsx'
import { NamesForm } from './names-form.tsx'
import { type Group, groupOf, peopleOfAll, todaysGroups, toSettleOf } from './selectors.ts'

const chosen = signal<string | null>(null)
const side = signal<'group' | 'receive' | 'names' | 'more' | 'edit'>('group')

function choose(groupVisitId: string, then: typeof side.value = 'group'): void {
  chosen.value = groupVisitId
  side.value = then
}

function Settle({ group: { people } }: { group: Group }) {
  const [center] = store.all('center')
  const { names, uninsured, unseen, guardians } = toSettleOf(people, openDay(), center)
  const listed = people.filter(({ status }) => status === 'waitingListed').length
  const insurance = uninsured.length + unseen.length
  return (
    <>
      {names.length > 0 ? <Badge tone="warning">{words.toFollow(names.length)}</Badge> : null}
      {insurance > 0 ? (
        <Badge tone={uninsured.length > 0 ? 'warning' : 'plain'}>{words.insurance(insurance)}</Badge>
      ) : null}
      {guardians.length > 0 ? <Badge tone="warning">{words.guardians(guardians.length)}</Badge> : null}
      {listed > 0 ? <Badge>{words.listed(listed)}</Badge> : null}
    </>
  )
}

const columns: Column<Group>[] = [
  { key: 'number', header: words.columns.number, cell: ({ visit }) => groupNumber(visit.number), numeric: true },
  { key: 'name', header: words.columns.name, cell: ({ visit }) => <strong>{visit.name}</strong> },
  { key: 'people', header: words.columns.people, cell: ({ people }) => presentOf(people).length, numeric: true },
  {
    key: 'now',
    header: words.columns.now,
    cell: ({ people, state }) => (state === 'here' ? statusText(presentOf(people)) : groupStates[state]),
  },
  { key: 'settle', header: words.columns.settle, cell: (group) => <Settle group={group} /> },
]

/** The reminder that stays until every name is there. */
function Reminder({ groups }: { groups: readonly Group[] }) {
  const open = groups.filter(({ people }) => withoutName(people).length > 0)
  const [first] = open
  if (!first || side.value === 'names') return null
  const count = open.reduce((sum, { people }) => sum + withoutName(people).length, 0)
  const names = open.map(({ visit }) => `${groupNumber(visit.number)} ${visit.name}`).join('、')
  return (
    <NoticeBanner
      tone="warning"
      action={<Button onPress={() => choose(first.visit.id, 'names')}>{words.nameThem}</Button>}
    >
      {words.reminder(count, names)}
    </NoticeBanner>
  )
}

function Side() {
  const visit = store.get('groupVisit', chosen.value)
  const back = () => (side.value = 'group')
  useShortcut('Escape', back, { enabled: side.value !== 'group' })
  if (side.value === 'receive') return <GroupForm onDone={choose} onCancel={back} />
  if (!visit) return <EmptyState title={words.pick} />
  const group = groupOf(visit)
  if (side.value === 'edit') return <EditForm key={visit.id} group={group} onDone={back} />
  if (side.value === 'names' || side.value === 'more')
    return <NamesForm key={`${visit.id} ${side.value}`} group={group} kind={side.value} onDone={back} />
  return (
    <GroupCard
      key={visit.id}
      group={group}
      onNames={() => (side.value = 'names')}
      onMore={() => (side.value = 'more')}
      onEdit={() => (side.value = 'edit')}
    />
  )
}

/** 団体の受付: a bus arrives, its names follow, and in the evening it goes home in one act. */
export function GroupsPanel() {
  const day = openDay()
  const groups = todaysGroups()
  const receive = () => (side.value = 'receive')
  const isSentHere = wantedThere.value?.panel === 'groups'
  useEffect(() => {
    if (isSentHere) side.value = 'receive'
  }, [isSentHere])
  return (
    <section class="panel reception-panel groups-panel" aria-label={words.panel}>
      <header class="panel-head">
        <h2>{words.panel}</h2>
        {day ? <span class="number">{words.counts(groups.length, peopleOfAll(groups))}</span> : null}
      </header>
      {day ? (
        <>
          <div class="toolbar">
            <Button variant="next" shortcut="n" onPress={receive}>
              {words.receive}
            </Button>
          </div>
          {said.value ? (
            <NoticeBanner tone={said.value.tone} onClose={() => (said.value = null)} live>
              {said.value.text}
            </NoticeBanner>
          ) : null}
          <Reminder groups={groups} />
          <div class="groups-columns">
            <div class="reception-list">
              <DataTable
                caption={words.list}
                hideCaption
                columns={columns}
                rows={groups}
                rowKey={({ visit }) => visit.id}
                selected={chosen.value}
                onSelect={(id) => choose(id)}
                empty={words.empty}
              />
            </div>
            {/* Whatever opens there begins at its top. */}
            <div class="reception-side" key={`${side.value} ${chosen.value}`}>
              <Side />
            </div>
          </div>
        </>
      ) : (
        <EmptyState title={words.noDay} />
      )}
      <UndoBar undoable={undoable.value} onUndo={takeBack} onGone={() => (undoable.value = null)} />
    </section>
  )
}
