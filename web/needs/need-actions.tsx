import { useState } from 'preact/hooks'
import type { Problem } from '#shared/core/problem.ts'
import type { Need, NeedStatus, SiteSurvey } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import {
  awaitsAnswer,
  isClosed,
  readyProblem,
  statusWhenTakenUp,
  teamOnItProblem,
  transitionProblem,
} from '#shared/needs/rules.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { type Outcome, send } from '#web/core/send.ts'
import { may } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { editingId, lastStep, saidOf, sentenceOf } from '#web/needs/desk-view.ts'
import { needsPolicyOf } from '#web/needs/selectors.ts'
import { StepDialog, type StepKind } from '#web/needs/step-dialog.tsx'
import { needDetailWords, revealWords } from '#web/texts/needs.ts'
import { Button } from '#web/ui/button.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'

const words = needDetailWords.actions

/** Says what was done, with the way back. */
export function offerUndo(need: Need, to: NeedStatus): void {
  lastStep.value = { id: need.id, message: needDetailWords.undo(needNumberText(need.number), statusMark(to).word) }
}

function DecideButtons({ need, onOutcome }: { need: Need; onOutcome: (outcome: Outcome) => void }) {
  const policy = needsPolicyOf(store.all('center')[0])
  const to = { needed: 'surveyPending', notNeeded: 'ready', unsure: 'received' } as const
  const problemFor = (decision: keyof typeof to): Problem | null => {
    const target = to[decision]
    if (target === need.status) return null
    return transitionProblem(need, target) ?? (decision === 'notNeeded' ? readyProblem(need, policy) : null)
  }
  const decide = (decision: keyof typeof to) => async () => {
    const outcome = await send('needs.decideSurvey', { needId: need.id, from: need.status, decision })
    if (outcome.kind === 'done') offerUndo(need, to[decision])
    onOutcome(outcome)
  }
  const button = (decision: keyof typeof to, word: string) => (
    <Button
      variant={decision === 'notNeeded' && need.status === 'received' ? 'next' : 'quiet'}
      pressed={need.survey === decision}
      onPress={decide(decision)}
      disabledBecause={sentenceOf(problemFor(decision))}
    >
      {word}
    </Button>
  )
  return (
    <div class="toolbar">
      <span class="field-label">{words.survey}</span>
      {button('needed', words.surveyNeeded)}
      {button('unsure', words.surveyUnsure)}
      {button('notNeeded', words.surveyNotNeeded)}
    </div>
  )
}

const statusOf: Record<Exclude<StepKind, 'reopen'>, NeedStatus> = {
  hold: 'onHold',
  decline: 'declined',
  refer: 'referred',
  cancel: 'cancelled',
}

function WaysOut({
  need,
  surveys,
  onStep,
}: {
  need: Need
  surveys: readonly SiteSurvey[]
  onStep: (kind: StepKind) => void
}) {
  const policy = needsPolicyOf(store.all('center')[0])
  const aside = isClosed(need.status) || need.status === 'onHold'
  const latest = surveys.findLast(({ met }) => met)
  const out = (kind: Exclude<StepKind, 'reopen'>, word: string) => (
    <Button
      onPress={() => onStep(kind)}
      disabledBecause={sentenceOf(teamOnItProblem(need) ?? transitionProblem(need, statusOf[kind]))}
    >
      {word}
    </Button>
  )
  return (
    <div class="actions">
      {aside ? (
        <Button
          variant={awaitsAnswer(need) ? 'quiet' : 'next'}
          onPress={() => onStep('reopen')}
          disabledBecause={sentenceOf(transitionProblem(need, statusWhenTakenUp(need, latest, policy)))}
        >
          {words.reopen}
        </Button>
      ) : null}
      {isClosed(need.status) ? null : (
        <>
          {need.status === 'onHold' ? null : out('hold', words.hold)}
          {out('refer', words.refer)}
          {out('decline', words.decline)}
          {out('cancel', words.cancel)}
        </>
      )}
    </div>
  )
}

const decidable: readonly NeedStatus[] = ['received', 'surveyPending', 'surveyScheduled', 'ready', 'toBeContinued']

/** What the needs desk may do with a need now; what it may not do says why. */
export function NeedActions({
  need,
  surveys,
  editable,
}: {
  need: Need
  surveys: readonly SiteSurvey[]
  /** Whether this page knows what it would write anew: of 住所非開示 only once it was revealed. */
  editable: boolean
}) {
  const [step, setStep] = useState<StepKind | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  if (!may('needs.manage')) return null
  const answer = async () => {
    const outcome = await send('needs.answerRequester', { needId: need.id })
    if (outcome.kind === 'done') {
      lastStep.value = { id: need.id, message: needDetailWords.answered(needNumberText(need.number)) }
    }
    setSaid(saidOf(outcome))
  }
  return (
    <section class="stack">
      {said ? (
        <NoticeBanner tone="warning" live onClose={() => setSaid(null)}>
          {said}
        </NoticeBanner>
      ) : null}
      {awaitsAnswer(need) ? (
        <div class="actions">
          <Button variant="next" onPress={answer}>
            {words.answered}
          </Button>
        </div>
      ) : null}
      {decidable.includes(need.status) ? (
        <DecideButtons need={need} onOutcome={(outcome) => setSaid(saidOf(outcome))} />
      ) : null}
      <div class="toolbar">
        <Button
          onPress={() => (editingId.value = need.id)}
          disabledBecause={editable ? null : revealWords.editNeedsPlace}
        >
          {needDetailWords.edit}
        </Button>
        <WaysOut need={need} surveys={surveys} onStep={setStep} />
      </div>
      {step ? <StepDialog kind={step} need={need} onClose={() => setStep(null)} /> : null}
    </section>
  )
}
