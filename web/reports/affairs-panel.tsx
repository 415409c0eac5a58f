import { shownDay } from '#web/center/selectors.ts'
import './affairs.css'
import { useState } from 'preact/hooks'
import type { LogEntry } from '#shared/center/center.ts'
import { ageWords, clockOf, timeZone } from '#shared/core/time.ts'
import { request } from '#web/core/request.ts'
import { store } from '#web/core/store.ts'
import {
  type ChronologyFilter,
  type ChronologyLine,
  chronologyLines,
  filterLines,
} from '#web/reports/chronology-lines.ts'
import { JournalForm } from '#web/reports/journal-form.tsx'
import { affairsTexts as words } from '#web/texts/affairs.ts'
import { chronologyDesks } from '#web/texts/chronology.ts'
import { Badge } from '#web/ui/badge.tsx'
import { MoreRows, useBounded } from '#web/ui/bounded-list.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { readTypedTime } from '#web/ui/typed-time.ts'
import { usePrinting } from '#web/ui/use-printing.ts'

const clock = (at: string) => clockOf(at, timeZone)

function Line({ line }: { line: ChronologyLine }) {
  return (
    <tr>
      <td class="number">
        <time dateTime={line.at}>{clock(line.at)}</time>
        {line.happenedAt && <span class="quiet affairs-happened">{words.happened(clock(line.happenedAt))}</span>}
        {line.agoMs !== null && <span class="quiet affairs-happened">{words.pressed(ageWords(line.agoMs, 'ja'))}</span>}
      </td>
      <td>{line.who || words.phone}</td>
      <td>
        {line.certainty && (
          <Badge tone={line.certainty === 'guess' ? 'warning' : 'plain'}>
            {line.certainty === 'guess' ? words.guess : words.fact}
          </Badge>
        )}{' '}
        {line.what}
      </td>
    </tr>
  )
}

const noFilter: ChronologyFilter = { words: '', desk: '', from: '', to: '', sessions: false }

interface FilterProps {
  filter: ChronologyFilter
  change: (part: Partial<ChronologyFilter>) => void
  found: string
}

function Filter({ filter, change, found }: FilterProps) {
  const desks = [...new Set(Object.values(chronologyDesks))]
  return (
    <div class="affairs-filter no-print">
      <SearchField
        label={words.filterWords}
        value={filter.words}
        onInput={(typed) => change({ words: typed })}
        found={found}
      />
      <SelectField
        label={words.filterDesk}
        value={filter.desk}
        emptyLabel={words.all}
        onChange={(desk) => change({ desk })}
        options={desks.map((desk) => ({ value: desk, label: desk }))}
      />
      <TextField label={words.from} inputMode="numeric" value={filter.from} onInput={(from) => change({ from })} />
      <TextField label={words.to} inputMode="numeric" value={filter.to} onInput={(to) => change({ to })} />
      <CheckField label={words.withSessions} checked={filter.sessions} onChange={(sessions) => change({ sessions })} />
    </div>
  )
}

/** What is older than the lines a desk holds is asked for, page by page. */
function useOlder() {
  const [older, setOlder] = useState<readonly LogEntry[]>([])
  const [end, setEnd] = useState<string | null>(null)
  const acts = [...store.all('logEntry'), ...older]
  const load = async () => {
    const oldest = Math.min(...acts.map(({ seq }) => seq))
    const reply = await request<{ lines: LogEntry[] }>('GET', `/api/chronology?before=${oldest}`)
    if (reply.kind !== 'done') return setEnd(words.noLine)
    setOlder([...older, ...reply.body.lines])
    setEnd(reply.body.lines.length === 0 ? words.noOlder : null)
  }
  return { acts, load, end }
}

function Lines({ lines }: { lines: readonly ChronologyLine[] }) {
  return (
    <table class="table affairs-table">
      <caption class="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.at}</th>
          <th scope="col">{words.columns.who}</th>
          <th scope="col">{words.columns.what}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  )
}

/** The chronology (経過記録): every accepted act in words, free entries among them, newest first. */
export function AffairsPanel() {
  const [filter, setFilter] = useState(noFilter)
  const { acts, load, end } = useOlder()
  const lines = chronologyLines(acts, store.all('journalEntry'))
  const times = { from: readTypedTime(filter.from) ?? '', to: readTypedTime(filter.to) ?? '' }
  const found = filterLines(lines, { ...filter, ...times }, timeZone)
  const { shown, left, onMore } = useBounded(found)
  const { printing, print } = usePrinting()
  const [center] = store.all('center')
  const day = shownDay()
  return (
    <section class="panel affairs-panel" aria-labelledby="affairs-title">
      <header class="panel-head">
        <h2 id="affairs-title">{words.title}</h2>
        <span class="print-only">
          {center?.name} {day?.date}
        </span>
        <Button onPress={print}>{words.print}</Button>
      </header>
      <div class="panel-body">
        <JournalForm />
        <Filter
          filter={filter}
          change={(part) => setFilter((before) => ({ ...before, ...part }))}
          found={words.found(found.length, lines.length)}
        />
        {shown.length === 0 ? (
          <EmptyState title={lines.length === 0 ? words.empty : words.none} />
        ) : (
          <>
            <Lines lines={printing ? found : shown} />
            <MoreRows left={left} onMore={onMore} />
          </>
        )}
        <p class="no-print">
          <Button onPress={load} disabledBecause={end}>
            {words.older}
          </Button>
        </p>
      </div>
    </section>
  )
}
