import './needs.css'
import { signal } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { placeText } from '#shared/places/place.ts'
import { surveyWords } from '#shared/texts/need-words.ts'
import { store } from '#web/core/store.ts'
import { SurveyRecords } from '#web/needs/need-detail.tsx'
import { StepUndo } from '#web/needs/needs-panel.tsx'
import { NotesButton, NotesShown, useNotes } from '#web/needs/notes-reveal.tsx'
import { PhoneReveal } from '#web/needs/phone-reveal.tsx'
import { centerToday, surveyList, townNameOf } from '#web/needs/selectors.ts'
import { shortTime } from '#web/needs/short-time.ts'
import { SurveyForm } from '#web/needs/survey-form.tsx'
import { SurveyVisit } from '#web/needs/survey-visit.tsx'
import { needDetailWords, revealWords } from '#web/texts/needs.ts'
import { Badge } from '#web/ui/badge.tsx'
import { MoreRows, useBounded } from '#web/ui/bounded-list.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'

const words = surveyWords

/** The need that the survey desk looks at; its map shows the same one. */
export const openSurvey = signal<string | null>(null)

function When({ need }: { need: Need }) {
  if (need.surveyOn === null) return <span class="quiet">{words.unscheduled}</span>
  return (
    <>
      <span class="number">{need.surveyOn.slice(5).replace('-', '/')}</span> {need.surveyTime}{' '}
      {need.surveyOn < centerToday() ? <Badge tone="stop">{words.overdue}</Badge> : null}
    </>
  )
}

function SurveyCard({ need }: { need: Need }) {
  const selected = openSurvey.value === need.id
  return (
    <li>
      <button
        type="button"
        class={selected ? 'need-card need-card-selected survey-card' : 'need-card survey-card'}
        aria-pressed={selected}
        onClick={() => (openSurvey.value = need.id)}
      >
        <span class="need-card-head">
          <span class="need-card-number">{needNumberText(need.number)}</span>
          <StatusMark {...statusMark(need.status)} />
          {need.urgent ? <Badge tone="stop">{needDetailWords.urgentMark}</Badge> : null}
          {need.notMetCount === 0 ? null : (
            <Badge tone="warning">
              {words.columns.notMet} {words.times(need.notMetCount)}
            </Badge>
          )}
        </span>
        <span class="need-card-line">
          <strong>{townNameOf(need.townId) || words.noTown}</strong>
          <When need={need} />
        </span>
        <span class="needs-job">{need.work}</span>
        <span class="quiet">{words.since(shortTime(need.receivedAt))}</span>
      </button>
    </li>
  )
}

/** Whom to call, and where to go. */
function VisitFacts({ need }: { need: Need }) {
  const contact = store.get('needContact', need.id)
  const household = store.get('household', need.householdId)
  const atHand = useNotes(need.id)
  if (!contact && need.addressWithheld) return <p>{revealWords.withheld}</p>
  if (!contact) return null
  const hasPhone = contact.hasPhone || household?.hasPhone === true
  return (
    <dl class="facts">
      <dt>{needDetailWords.contact}</dt>
      <dd>
        {household?.name} {contact.requesterName === household?.name ? '' : contact.requesterName}{' '}
        <PhoneReveal needId={need.id} hasPhone={hasPhone} why="visit" shortcut="t" />
      </dd>
      <dt>{needDetailWords.facts.place}</dt>
      <dd>
        {placeText(contact)} {contact.landmark}
      </dd>
      {contact.hasStory || household?.hasNote ? (
        <>
          <dt>{needDetailWords.story}</dt>
          <dd>{atHand.notes ? <NotesShown notes={atHand.notes} merged={[]} /> : <NotesButton atHand={atHand} />}</dd>
        </>
      ) : null}
    </dl>
  )
}

function OneSurvey({ need, onSaved }: { need: Need; onSaved: (sentence: string) => void }) {
  const surveys = store.all('siteSurvey').filter(({ needId }) => needId === need.id)
  return (
    <article class="panel-body stack" aria-label={needNumberText(need.number)}>
      <header class="need-card-head">
        <h3 class="need-card-number">{needNumberText(need.number)}</h3>
        <StatusMark {...statusMark(need.status)} large />
      </header>
      <VisitFacts key={need.id} need={need} />
      {surveys.length > 0 ? <SurveyRecords surveys={surveys} /> : null}
      <SurveyVisit need={need} />
      <SurveyForm need={need} onSaved={onSaved} />
    </article>
  )
}

/** The survey desk: whom to visit and when, and what the visit found. */
export function SurveysPanel() {
  const [saved, setSaved] = useState<string | null>(null)
  const rows = surveyList(store.all('need'))
  const { shown, left, onMore } = useBounded(rows)
  const selected = rows.find(({ id }) => id === openSurvey.value)
  return (
    <section class="panel needs-panel" aria-label={words.panel}>
      <header class="panel-head">
        <h2>{words.panel}</h2>
      </header>
      <div class="needs-list">
        <div class="panel-body stack">
          {saved ? (
            <NoticeBanner tone="information" live onClose={() => setSaved(null)}>
              {saved}
            </NoticeBanner>
          ) : null}
          <h3>{words.caption}</h3>
          {rows.length === 0 ? (
            <EmptyState title={words.empty} />
          ) : (
            <ul class="card-list">
              {shown.map((need) => (
                <SurveyCard key={need.id} need={need} />
              ))}
            </ul>
          )}
          <MoreRows left={left} onMore={onMore} />
        </div>
        <div class="needs-side">
          {selected ? (
            <OneSurvey key={selected.id} need={selected} onSaved={setSaved} />
          ) : (
            <EmptyState title={words.choose} />
          )}
        </div>
      </div>
      <StepUndo />
    </section>
  )
}
