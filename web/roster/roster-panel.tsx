import './roster.css'
import { rosterWords as words } from '#web/texts/roster.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { UndoBar } from '#web/ui/undo-bar.tsx'
import { GroupDetail } from './group-detail.tsx'
import { ChangeGroup, NewGroup } from './group-form.tsx'
import { GroupsList } from './groups-list.tsx'
import { ImportPanel } from './import-panel.tsx'
import { PeopleList } from './people-list.tsx'
import { PersonDetail } from './person-detail.tsx'
import { ChangePerson, NewPerson } from './person-form.tsx'
import { changes, said, takeBack, undoable } from './roster-acts.ts'
import { listed, show, shown } from './shown.ts'
import { useAnswer } from './use-answer.ts'

function Side() {
  const now = shown.value
  if (now.kind === 'person') return <PersonDetail key={now.id} personId={now.id} />
  if (now.kind === 'group') return <GroupDetail key={now.id} groupId={now.id} />
  if (now.kind === 'newPerson') return <NewPerson />
  if (now.kind === 'newGroup') return <NewGroup />
  if (now.kind === 'changePerson') return <ChangePerson key={now.id} personId={now.id} />
  if (now.kind === 'changeGroup') return <ChangeGroup key={now.id} groupId={now.id} />
  return <EmptyState title={words.pick} />
}

function Figures() {
  const reply = useAnswer('roster.figures', {}, changes.value)
  if (reply?.kind !== 'done') return null
  const { people, groups } = reply.body
  return (
    <span class="number">
      {words.figures(people.active, people.due)}・{words.groupFigures(groups.active, groups.due)}
    </span>
  )
}

const openPoster = () => window.open('/sheets/registration-poster', '_blank', 'noopener')

/** 登録: who is known in ordinary times, persons and groups, found on the server as one types. */
export function RosterPanel() {
  if (shown.value.kind === 'import') return <ImportPanel onDone={() => show({ kind: 'nothing' })} />
  return (
    <section class="panel roster-panel" aria-label={words.panel}>
      <header class="panel-head">
        <h2>{words.panel}</h2>
        <Figures />
      </header>
      <div class="toolbar">
        <Button variant="next" shortcut="n" onPress={() => show({ kind: 'newPerson' })}>
          {words.register}
        </Button>
        <Button onPress={() => show({ kind: 'newGroup' })}>{words.registerGroup}</Button>
        <Button onPress={() => show({ kind: 'import' })}>{words.import}</Button>
        <Button onPress={openPoster}>{words.poster}</Button>
      </div>
      {said.value && (
        <NoticeBanner tone={said.value.tone} onClose={() => (said.value = null)} live>
          {said.value.text}
        </NoticeBanner>
      )}
      <div class="roster-columns">
        <div class="roster-list">
          <Tabs
            label={words.tabs}
            tabs={[
              { key: 'person', label: words.people },
              { key: 'group', label: words.groups },
            ]}
            selected={listed.value}
            onSelect={(key) => (listed.value = key === 'group' ? 'group' : 'person')}
          >
            {listed.value === 'person' ? <PeopleList /> : <GroupsList />}
          </Tabs>
        </div>
        <div class="roster-side">
          <Side />
        </div>
      </div>
      <UndoBar undoable={undoable.value} onUndo={takeBack} onGone={() => (undoable.value = null)} />
    </section>
  )
}
