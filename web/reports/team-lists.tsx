import type { ComponentChildren } from 'preact'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Team } from '#shared/teams/team.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { centerTime } from '#web/core/clock.ts'
import { store } from '#web/core/store.ts'
import { choose } from '#web/reports/chosen.ts'
import { heardReports, type Outing, outings, peopleOutAlone, reportOf, teamsToHear } from '#web/reports/selectors.ts'
import { returnTexts as words } from '#web/texts/reports.ts'
import { Badge } from '#web/ui/badge.tsx'
import { MoreRows, useBounded } from '#web/ui/bounded-list.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'

const clock = (at: string | null) => (at === null ? '--:--' : clockOf(at, timeZone))

function OutingRow({ outing }: { outing: Outing }) {
  const { team, leaderName, expectedAt, late, people, needNumber } = outing
  return (
    <li>
      <button type="button" class="return-pick" onClick={() => choose({ kind: 'team', id: team.id })}>
        <strong class="number">{words.team(team.number)}</strong>
        <span class="return-pick-main">
          {words.leader(leaderName)}・{words.people(people.length)}
          {needNumber === null ? '' : `・N-${String(needNumber).padStart(3, '0')}`}
        </span>
        <span class="number">{words.since(clock(team.departedAt))}</span>
        <span class="number">{words.expected(clock(expectedAt))}</span>
        {late > 0 && <Badge tone="stop">{words.late(late)}</Badge>}
        {reportOf(team)?.status === 'sent' && <Badge tone="good">{words.fromPhone}</Badge>}
      </button>
    </li>
  )
}

function ToHearRow({ team }: { team: Team }) {
  return (
    <li>
      <button type="button" class="return-pick" onClick={() => choose({ kind: 'team', id: team.id })}>
        <strong class="number">{words.team(team.number)}</strong>
        <span class="return-pick-main">{words.backAt(clock(team.returnedAt))}</span>
        {reportOf(team)?.status === 'sent' && <Badge tone="good">{words.fromPhone}</Badge>}
      </button>
    </li>
  )
}

function AloneRow({ person }: { person: Attendance }) {
  return (
    <li>
      <button type="button" class="return-pick" onClick={() => choose({ kind: 'person', id: person.id })}>
        <strong class="number">{person.number}</strong>
        <span class="return-pick-main">{person.name}</span>
        <span class="number">{words.since(clock(person.sentOutAt))}</span>
      </button>
    </li>
  )
}

function HeardRows() {
  const heard = heardReports()
  const { shown, left, onMore } = useBounded(heard)
  if (heard.length === 0) return null
  return (
    <details class="return-heard">
      <summary>
        {words.heard} {words.found(heard.length)}
      </summary>
      <ul class="return-list">
        {shown.map((report) => {
          const team = store.get('team', report.teamId)
          return (
            <li key={report.id}>
              <button type="button" class="return-pick" onClick={() => choose({ kind: 'report', id: report.id })}>
                <strong class="number">{words.team(team?.number ?? 0)}</strong>
                <span class="return-pick-main">{words[report.outcome]}</span>
                <span class="number">
                  {clock(report.acceptedAt)} {report.acceptedBy}
                </span>
                <span>{words.correct}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <MoreRows left={left} onMore={onMore} />
    </details>
  )
}

/** One list; where it is long, whoever is not drawn yet is found by the field above. */
function Rows<T>({ all, row }: { all: readonly T[]; row: (one: T) => ComponentChildren }) {
  const { shown, left, onMore } = useBounded(all)
  return (
    <>
      <ul class="return-list">{shown.map(row)}</ul>
      <MoreRows left={left} onMore={onMore} />
    </>
  )
}

/** Everything the return desk may take in hand, the most urgent first. */
export function TeamLists() {
  // Drawn anew every second: who is late is derived from the center's clock.
  void centerTime.value
  const [out, toHear, alone] = [outings(), teamsToHear(), peopleOutAlone()]
  return (
    <>
      {toHear.length > 0 && (
        <section>
          <h3>{words.toHear}</h3>
          <Rows all={toHear} row={(team) => <ToHearRow key={team.id} team={team} />} />
        </section>
      )}
      <section>
        <h3>{words.out}</h3>
        {out.length === 0 ? (
          <EmptyState title={words.nobodyOut} />
        ) : (
          <Rows all={out} row={(outing) => <OutingRow key={outing.team.id} outing={outing} />} />
        )}
      </section>
      {alone.length > 0 && (
        <section>
          <h3>{words.alone}</h3>
          <Rows all={alone} row={(person) => <AloneRow key={person.id} person={person} />} />
        </section>
      )}
      <HeardRows />
    </>
  )
}
