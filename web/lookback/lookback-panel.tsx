import './lookback.css'
import { useRef, useState } from 'preact/hooks'
import { formatDate } from '#shared/core/japanese-date.ts'
import type { Score } from '#shared/lookback/figure.ts'
import type { History } from '#shared/lookback/history.ts'
import { askForProof } from '#web/access/step-up.ts'
import { ask } from '#web/core/ask.ts'
import { type Reply, request } from '#web/core/request.ts'
import { store } from '#web/core/store.ts'
import { StoodMap, StoodWall } from '#web/dispatch/stood-panel.tsx'
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

/** A month's log is told again in a minute or two. */
const patienceMs = 180_000

async function askHistory(date: string): Promise<Reply<History>> {
  const path = `/api/lookback/history${date === '' ? '' : `?date=${date}`}`
  const reply = await request<History>('GET', path, undefined, patienceMs)
  const wantsProof = reply.kind === 'refused' && reply.problem.code === 'access.stepUpNeeded'
  return wantsProof && (await askForProof()) ? request('GET', path, undefined, patienceMs) : reply
}

/** The score of what is open, and how many acts could not be told again. */
interface Opened {
  date: string
  score: Score
  gaps: number
}

function useOpening() {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const open = async (date: string) => {
    setBusy(true)
    setRefused(null)
    const history = await askHistory(date)
    const score =
      history.kind === 'done' ? await ask('lookback.findScore', { date: date === '' ? null : date }) : history
    setBusy(false)
    if (history.kind !== 'done' || score.kind !== 'done') {
      const failed = history.kind === 'refused' ? history : score
      return setRefused(failed.kind === 'refused' ? problemSentence(failed.problem, 'ja') : t.noLine)
    }
    openReplay(history.body)
    setOpened({ date, score: score.body, gaps: history.body.gaps.length })
  }
  return { opened, busy, refused, open }
}

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
          <div class="actions">
            <SelectField
              label={t.whichDay}
              value={date}
              emptyLabel={drill ? t.wholeDrill : undefined}
              options={options}
              onChange={setChosen}
            />
            <Button variant={opened ? 'quiet' : 'next'} onPress={() => open(date)}>
              {drill ? t.openDrill : t.open}
            </Button>
          </div>
        )}
        {busy ? <Progress word={t.opening} /> : null}
        {refused ? <NoticeBanner tone="warning">{refused}</NoticeBanner> : null}
        {replay.value && opened ? <Views open={replay.value} opened={opened} /> : null}
      </div>
    </section>
  )
}
