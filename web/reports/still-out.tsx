import { useState } from 'preact/hooks'
import { searcher } from '#shared/core/japanese-text.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { ageWords, clockOf, timeZone } from '#shared/core/time.ts'
import type { Attendance } from '#shared/volunteers/attendance.ts'
import { centerNow, centerTime } from '#web/core/clock.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { choose } from '#web/reports/chosen.ts'
import { type Outing, outings, peopleOutAlone } from '#web/reports/selectors.ts'
import { homeTexts as words } from '#web/texts/close-of-day.ts'
import { returnTexts } from '#web/texts/reports.ts'
import { Badge } from '#web/ui/badge.tsx'
import { MoreRows, useBounded } from '#web/ui/bounded-list.tsx'
import { Button } from '#web/ui/button.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { usePrinting } from '#web/ui/use-printing.ts'

const clock = (at: string | null) => (at === null ? '--:--' : clockOf(at, timeZone))

/** A leader's own number: only desks that hold contacts of volunteers (care) have the record at all. */
function phoneOf(attendanceId: string | null): string {
  const personId = store.get('attendance', attendanceId)?.personId
  return formatPhone(store.get('personContact', personId)?.phone ?? '')
}

function LastWord({ outing: { team } }: { outing: Outing }) {
  const waitsForHelp = team.helpAskedAt !== null && team.helpAnsweredBy === null
  const ago = (at: string) => ageWords(centerNow() - Date.parse(at), 'ja')
  return (
    <>
      {team.signal && team.signalAt ? (
        <span>
          {words.signals[team.signal]} <span class="quiet number">{ago(team.signalAt)}</span>
        </span>
      ) : (
        <span class="quiet">{words.noSignal}</span>
      )}{' '}
      {waitsForHelp && <Badge tone="stop">{words.help}</Badge>}
    </>
  )
}

function OutingLine({ outing, phones }: { outing: Outing; phones: boolean }) {
  const { team, leaderName, people, expectedAt, late } = outing
  const others = people.filter(({ id }) => id !== team.leaderId).map(({ number, name }) => `${number} ${name}`)
  return (
    <tr class={late > 0 ? 'home-late' : undefined}>
      <th scope="row" class="number">
        {returnTexts.team(team.number)}
      </th>
      <td>
        <strong>{leaderName}</strong>（{words.leader}）{others.length > 0 && <br />}
        <span class="quiet">{others.join('、')}</span>
      </td>
      <td class="number">{returnTexts.since(clock(team.departedAt))}</td>
      <td class="number">
        {returnTexts.expected(clock(expectedAt))}{' '}
        {team.moreMinutes > 0 && <span class="quiet">{words.more(team.moreMinutes)}</span>}
        {late > 0 && <Badge tone="stop">{words.late(late)}</Badge>}
      </td>
      <td>
        <LastWord outing={outing} />
      </td>
      {phones && <td class="number">{phoneOf(team.leaderId)}</td>}
      <td>
        <ReceiveButton label={`${returnTexts.team(team.number)} ${words.receive}`} id={team.id} kind="team" />
      </td>
    </tr>
  )
}

function ReceiveButton({ label, id, kind }: { label: string; id: string; kind: 'team' | 'person' }) {
  if (!may('return.manage')) return null
  return (
    <Button label={label} onPress={() => choose({ kind, id })}>
      {words.receive}
    </Button>
  )
}

function AloneLine({ person, phones }: { person: Attendance; phones: boolean }) {
  return (
    <tr>
      <th scope="row">{returnTexts.alone}</th>
      <td>
        {person.number} {person.name}
      </td>
      <td class="number">{returnTexts.since(clock(person.sentOutAt))}</td>
      <td />
      <td />
      {phones && <td class="number">{phoneOf(person.id)}</td>}
      <td>
        <ReceiveButton label={`${person.number} ${words.receive}`} id={person.id} kind="person" />
      </td>
    </tr>
  )
}

const numbersOf = ({ number, name, nameKana }: Attendance) => [number, name, nameKana]

/** Those of the list who answer a query: a team by its number or by anybody of it who is still out. */
function sought(query: string, out: readonly Outing[], alone: readonly Attendance[]) {
  if (query.trim() === '') return { out, alone }
  const fits = searcher(query)
  return {
    out: out.filter(({ team, people }) => fits(returnTexts.team(team.number), ...people.flatMap(numbersOf))),
    alone: alone.filter((person) => fits(...numbersOf(person))),
  }
}

interface SearchProps {
  query: string
  onInput: (query: string) => void
  found: { out: readonly unknown[]; alone: readonly unknown[] }
}

function Search({ query, onInput, found: { out, alone } }: SearchProps) {
  const none = out.length === 0 && alone.length === 0
  const said = none ? words.notFound : words.found(out.length, alone.length)
  // The key `/` belongs to the field beside it, at the desk where teams come back.
  return (
    <div class="home-search no-print">
      <SearchField
        label={words.search}
        value={query}
        onInput={onInput}
        found={query.trim() === '' ? null : said}
        shortcut="Alt+/"
      />
    </div>
  )
}

/** Who is out, with whom, since when, and what was last heard of them; those overdue first. */
export function StillOut() {
  // Drawn anew every second: age and lateness are derived from the center's clock, never stored.
  void centerTime.value
  const [query, setQuery] = useState('')
  const { printing } = usePrinting()
  const [out, alone] = [outings(), peopleOutAlone()]
  const found = sought(printing ? '' : query, out, alone)
  const phones = may('care.read')
  const teams = useBounded(found.out)
  const people = useBounded(found.alone)
  if (out.length === 0 && alone.length === 0) return <p class="home-everyone">{words.everyoneHome}</p>
  const { team, who, since, expected, signal, phone } = words.columns
  const headers = [team, who, since, expected, signal, ...(phones ? [phone] : [])]
  return (
    <>
      <Search query={query} onInput={setQuery} found={found} />
      <table class="table home-table">
        <caption class="visually-hidden">{words.outTitle}</caption>
        <thead>
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {(printing ? found.out : teams.shown).map((outing) => (
            <OutingLine key={outing.team.id} outing={outing} phones={phones} />
          ))}
          {(printing ? found.alone : people.shown).map((person) => (
            <AloneLine key={person.id} person={person} phones={phones} />
          ))}
        </tbody>
      </table>
      <MoreRows
        left={printing ? 0 : teams.left + people.left}
        onMore={() => {
          teams.onMore()
          people.onMore()
        }}
      />
    </>
  )
}
