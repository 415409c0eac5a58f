import './return.css'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { store } from '#web/core/store.ts'
import { ActMessage } from '#web/reports/act-message.tsx'
import { choose, chosen } from '#web/reports/chosen.ts'
import { CorrectReport } from '#web/reports/correct-report.tsx'
import { HearReport } from '#web/reports/hear-report.tsx'
import { Leaving } from '#web/reports/leaving.tsx'
import { type Found, membersNow, readScan, reportOf, search } from '#web/reports/selectors.ts'
import { TeamLists } from '#web/reports/team-lists.tsx'
import { useAct } from '#web/reports/use-act.ts'
import { Welcome } from '#web/reports/welcome.tsx'
import { returnTexts as words } from '#web/texts/reports.ts'
import { MoreRows, useBounded } from '#web/ui/bounded-list.tsx'
import { Button } from '#web/ui/button.tsx'
import { KeyHint } from '#web/ui/key-hint.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { type Undoable, UndoBar } from '#web/ui/undo-bar.tsx'
import { otherNumbersSentence } from '#web/volunteers/selectors.ts'

function take(found: Found): void {
  choose(found.kind === 'team' ? { kind: 'team', id: found.team.id } : { kind: 'person', id: found.person.id })
}

/** Whoever typed or scanned a number that was merged into this one is told. */
function OtherNumbers({ person }: { person: Attendance }) {
  const sentence = otherNumbersSentence(person)
  return sentence === null ? null : <span class="quiet return-other-numbers"> {sentence}</span>
}

function FoundList({ found }: { found: readonly Found[] }) {
  const { shown, left, onMore } = useBounded(found)
  return (
    <>
      <ul class="return-list">
        {shown.map((one, index) => (
          <li key={one.kind === 'team' ? one.team.id : one.person.id}>
            <button type="button" class="return-pick" onClick={() => take(one)}>
              {index === 0 && <KeyHint keys="Enter" />}
              {one.kind === 'team' ? (
                <strong class="number">{words.team(one.team.number)}</strong>
              ) : (
                <>
                  <strong class="number">{one.person.number}</strong>
                  <span class="return-pick-main">
                    {one.person.name}
                    <OtherNumbers person={one.person} />
                  </span>
                  <span>{words.status[one.person.status]}</span>
                </>
              )}
            </button>
          </li>
        ))}
      </ul>
      <MoreRows left={left} onMore={onMore} />
    </>
  )
}

/** Always at hand: a scanner writes into it and ends with Enter; by hand one types a number or a name. */
function Search() {
  const [query, setQuery] = useState('')
  const found = search(query)
  const submit = (text: string) => {
    const target = readScan(text) ?? search(text)[0]
    if (!target) return
    setQuery('')
    take(target)
  }
  const none = query.trim() !== '' && found.length === 0
  return (
    <div class="return-search">
      <SearchField
        label={words.search}
        value={query}
        onInput={setQuery}
        onSubmit={submit}
        autoFocus
        found={none ? words.notFound : query.trim() === '' ? null : words.found(found.length)}
      />
      {found.length > 0 && <FoundList found={found} />}
    </div>
  )
}

/** What comes next for this team: welcome, the three questions and the report, then going home. */
function TeamReturn({ team, onReceived }: { team: Team; onReceived: (team: Team) => void }) {
  if (team.status === 'out') return <Welcome key={team.id} team={team} onReceived={onReceived} />
  const report = reportOf(team)
  const heard = report?.status === 'accepted' || team.workOrderId === null
  if (heard) return <Leaving team={team} onNext={() => choose(null)} />
  return <HearReport key={team.id} team={team} orderId={team.workOrderId ?? ''} sent={report} />
}

/** One who comes back without the team, or goes home alone. */
function PersonReturn({ person }: { person: Attendance }) {
  const { act, refused, kept } = useAct()
  const ids = { attendanceIds: [person.id] }
  return (
    <section class="return-welcome">
      <h3>
        {person.number} {person.name}
      </h3>
      <p class="quiet">
        {words.status[person.status]}
        <OtherNumbers person={person} />
      </p>
      <ActMessage refused={refused} kept={kept} />
      <div class="actions">
        {person.status === 'out' && (
          <Button
            variant="next"
            large
            shortcut="Ctrl+Enter"
            onPress={() => act('reports.receivePerson', { attendanceId: person.id })}
          >
            {words.receivePerson}
          </Button>
        )}
        {person.status === 'returned' && (
          <>
            <Button variant="next" large shortcut="Ctrl+Enter" onPress={() => act('reports.sendHome', ids)}>
              {words.sendHome}
            </Button>
            <Button large onPress={() => act('reports.backToWaiting', ids)}>
              {words.toWaiting}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

function InHand({ onReceived }: { onReceived: (team: Team) => void }) {
  const { kind, id } = chosen.value ?? { kind: null, id: null }
  const team = kind === 'team' ? store.get('team', id) : undefined
  const person = kind === 'person' ? store.get('attendance', id) : undefined
  const report = kind === 'report' ? store.get('report', id) : undefined
  if (team) {
    return (
      <>
        {membersNow(team).map((person) => (
          <OtherNumbers key={person.id} person={person} />
        ))}
        <TeamReturn team={team} onReceived={onReceived} />
      </>
    )
  }
  if (person) return <PersonReturn person={person} />
  if (report) return <CorrectReport key={report.id} report={report} onDone={() => choose(null)} />
  return <TeamLists />
}

/** The return desk (帰着): scan or pick, welcome, three questions, report, home. By keyboard alone if need be. */
export function ReturnPanel() {
  const [undoable, setUndoable] = useState<Undoable | null>(null)
  const { act, refused, kept } = useAct()
  const inHand = chosen.value
  const step = inHand?.kind === 'team' ? store.get('team', inHand.id)?.status : undefined
  useLayoutEffect(() => {
    // What comes next is where the keyboard goes, also when the same team is a step further; a list gives it back.
    if (inHand === null) document.querySelector<HTMLInputElement>('#return-panel .search-input')?.focus()
    else document.getElementById('return-in-hand')?.focus()
  }, [inHand?.id, step])
  return (
    <section class="panel return-panel" id="return-panel" aria-labelledby="return-title">
      <header class="panel-head">
        <h2 id="return-title">{words.title}</h2>
        {inHand !== null && (
          <Button shortcut="Escape" onPress={() => choose(null)}>
            {words.backToList}
          </Button>
        )}
      </header>
      <div class="panel-body">
        <Search />
        <div id="return-in-hand" tabIndex={-1} class="return-in-hand">
          <InHand onReceived={({ id, number }) => setUndoable({ id, message: words.received(number) })} />
        </div>
        <ActMessage refused={refused} kept={kept} />
      </div>
      <UndoBar
        undoable={undoable}
        onUndo={async (teamId) => {
          setUndoable(null)
          await act('reports.undoReceiveTeam', { teamId })
        }}
        onGone={() => setUndoable(null)}
      />
    </section>
  )
}
