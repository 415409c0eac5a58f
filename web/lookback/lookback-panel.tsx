import './lookback.css'
import { useRef, useState } from 'preact/hooks'
import { formatDate } from '#shared/core/japanese-date.ts'
import type { Score } from '#shared/lookback/figure.ts'
import { ask } from '#web/core/ask.ts'
import { store } from '#web/core/store.ts'
import { StoodMap, StoodWall } from '#web/dispatch/stood-panel.tsx'
import { askHistory, type UnderWay } from '#web/lookback/ask-history.ts'
import { IssueForm } from '#web/lookback/issue-form.tsx'
import type { Replay } from '#web/lookback/replay.ts'
import { ReplayControls } from '#web/lookback/replay-controls.tsx'
import { ReplayQueues } from '#web/lookback/replay-queues.tsx'
import { openReplay, replay } from '#web/lookback/replay-state.ts'
import { ScoreTable } from '#web/lookback/score-table.tsx'
import { StoodChronology } from '#web/reports/stood-chronology-panel.tsx'
import { lookbackTexts as t } from '#web/texts/lookback.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { Progress } from '#web/ui/progress.tsx'
import { SelectField } from '#web/ui/select-field.tsx'

/** The score of what is open, and how many acts could not be told again. */
interface Opened {
  date: string
  score: Score
  gaps: number
}

function useOpening() {
  const [opened, setOpened] = useState<Opened | null>(null)
  /** How far it has come, while it is being opened. */
  const [busy, setBusy] = useState<UnderWay | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const open = async (date: string) => {
    setBusy({ told: 0, of: 0 })
    setRefused(null)
    const history = await askHistory(date, setBusy)
    const score =
      history.kind === 'done' ? await ask('lookback.findScore', { date: date === '' ? null : date }) : history
    setBusy(null)
    if (history.kind !== 'done' || score.kind !== 'done') {
      const failed = history.kind === 'refused' ? history : score
      return setRefused(failed.kind === 'refused' ? problemSentence(failed.problem, 'ja') : t.noLine)
    }
    openReplay(history.body)
    setOpened({ date, score: score.body, gaps: history.body.gaps.length })
  }
  return { opened, busy, refused, open }
}

const isStillOpen = (wanted: string) =>
  store.all('day').some(({ date, status }) => status === 'open' && (wanted === '' || date === wanted))

function Views({ open, opened }: { open: Replay; opened: Opened }) {
  const top = useRef<HTMLDivElement>(null)
  return (
    <div ref={top} class="stack replay">
      <p>
        <a class="button" href={`/sheets/after-action${opened.date === '' ? '' : `?date=${opened.date}`}`}>
          {t.report}
        </a>{' '}
        <span class="quiet">{t.reportWords}</span>
      </p>
      {isStillOpen(opened.date) ? <p class="quiet">{t.notClosed}</p> : null}
      {opened.gaps > 0 ? <p class="quiet">{t.gaps(opened.gaps)}</p> : null}
      <ReplayControls open={open} />
      <div class="replay-views">
        <StoodMap held={open.store} />
        <ReplayQueues held={open.store} />
        <StoodWall held={open.store} />
        <StoodChronology held={open.store} />
      </div>
      <IssueForm source={t.issueSource(opened.date)} />
      <ScoreTable score={opened.score} open={open} onShown={() => top.current?.scrollIntoView()} />
    </div>
  )
}

/** A short log is told before anybody could read a number. */
function Opening({ told, of }: UnderWay) {
  return of === 0 ? <Progress word={t.opening} /> : <Progress word={t.openingAt(told, of)} value={told} max={of} />
}

/** 振り返り: a day or a drill once more, at any moment and any speed, and what it comes to in figures. */
export function LookbackPanel() {
  const days = [...store.all('day')].sort((one, other) => other.date.localeCompare(one.date))
  const [center] = store.all('center')
  const drill = center?.kind === 'drill'
  const [chosen, setChosen] = useState('')
  const { opened, busy, refused, open } = useOpening()
  const date = drill ? chosen : chosen || (days[0]?.date ?? '')
  const options = days.map((day) => ({ value: day.date, label: formatDate(day.date, 'ja') }))
  return (
    <section class="panel lookback-panel" aria-labelledby="lookback-title">
      <header class="panel-head">
        <h2 id="lookback-title">{t.panel}</h2>
      </header>
      <div class="panel-body stack">
        <p class="quiet">{t.intro}</p>
        {days.length === 0 ? (
          <EmptyState title={t.noDay} />
        ) : (
          <div class="toolbar">
            <SelectField
              label={t.whichDay}
              value={date}
              emptyLabel={drill ? t.wholeDrill : undefined}
              options={options}
              onChange={setChosen}
            />
            <Button variant={opened ? 'quiet' : 'next'} busyWord={t.busy} onPress={() => open(date)}>
              {drill ? t.openDrill : t.open}
            </Button>
          </div>
        )}
        {busy ? <Opening {...busy} /> : null}
        {refused ? <NoticeBanner tone="warning">{refused}</NoticeBanner> : null}
        {replay.value && opened ? <Views open={replay.value} opened={opened} /> : null}
      </div>
    </section>
  )
}
