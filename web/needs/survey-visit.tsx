import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { limits } from '#shared/needs/limits.ts'
import type { Need } from '#shared/needs/need.ts'
import { dateProblem, transitionProblem } from '#shared/needs/rules.ts'
import { earlierTimeTexts } from '#shared/texts/earlier-time.ts'
import { surveyWords } from '#shared/texts/need-words.ts'
import { EarlierTime, useEarlierTime } from '#web/center/earlier-time.tsx'
import { type Outcome, send } from '#web/core/send.ts'
import { saidOf, sentenceOf } from '#web/needs/desk-view.ts'
import { offerUndo } from '#web/needs/need-actions.tsx'
import { centerToday } from '#web/needs/selectors.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

const words = surveyWords

function scheduleProblem(need: Need, on: string): string | null {
  if (on === '') return words.chooseDay
  return sentenceOf(transitionProblem(need, 'surveyScheduled') ?? dateProblem(on, centerToday()))
}

/** What is typed of a visit, and the two acts that come of it. */
function useVisit(need: Need) {
  const initial = { on: need.surveyOn ?? centerToday(), time: need.surveyTime, note: '' }
  const { value: draft, change, clear } = useDraft(`needs.visit.${need.id}`, initial)
  const earlier = useEarlierTime(`visit.${need.id}`)
  const [said, setSaid] = useState<string | null>(null)
  const seen = { needId: need.id, from: need.status }
  const after = (outcome: Outcome, to: 'surveyScheduled' | 'surveyPending') => {
    if (outcome.kind === 'done' && to === 'surveyScheduled') offerUndo(need, to)
    if (outcome.kind !== 'refused') {
      clear()
      earlier.clear()
    }
    setSaid(saidOf(outcome))
  }
  const schedule = async () =>
    after(await send('needs.scheduleSurvey', { ...seen, on: draft.on, time: draft.time }), 'surveyScheduled')
  const notMet = async () =>
    after(
      await send(
        'needs.recordNotMet',
        { ...seen, surveyId: newId(), seenNotMet: need.notMetCount, note: draft.note },
        earlier.options,
      ),
      'surveyPending',
    )
  return { draft, change, earlier, said, setSaid, schedule, notMet }
}

/** Agreeing on a day, or noting that nobody was there. */
export function SurveyVisit({ need }: { need: Need }) {
  const { draft, change, earlier, said, setSaid, schedule, notMet } = useVisit(need)
  return (
    <section class="form-part">
      <h4>{words.schedule}</h4>
      <div class="form-grid">
        <DateField label={words.on} value={draft.on} onInput={(on) => change({ on })} calendar min={centerToday()} />
        <TextField
          label={words.time}
          value={draft.time}
          onInput={(time) => change({ time })}
          maxLength={limits.surveyTime}
        />
      </div>
      {said ? (
        <NoticeBanner tone="warning" live onClose={() => setSaid(null)}>
          {said}
        </NoticeBanner>
      ) : null}
      <div class="actions">
        <Button onPress={schedule} disabledBecause={scheduleProblem(need, draft.on)}>
          {words.saveSchedule}
        </Button>
      </div>
      <div class="stack">
        <TextField
          label={words.notMetNote}
          value={draft.note}
          onInput={(note) => change({ note })}
          maxLength={limits.note}
        />
        <EarlierTime earlier={earlier} label={earlierTimeTexts.visited} />
        <Button
          onPress={notMet}
          disabledBecause={
            (need.status === 'surveyPending' ? null : sentenceOf(transitionProblem(need, 'surveyPending'))) ??
            earlier.problem
          }
        >
          {words.notMet}
        </Button>
      </div>
    </section>
  )
}
