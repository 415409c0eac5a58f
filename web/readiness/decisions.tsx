import { signal } from '@preact/signals'
import { Fragment } from 'preact'
import { newId } from '#shared/core/ids.ts'
import { decisionOutcomes } from '#shared/readiness/limits.ts'
import type { OpeningDecision } from '#shared/readiness/opening-decision.ts'
import { decisionLabels, outcomeNames } from '#shared/texts/readiness-words.ts'
import { instantNow } from '#web/core/clock.ts'
import { store } from '#web/core/store.ts'
import { act, mayEdit, momentWord, said as refusal, today } from '#web/readiness/acts.ts'
import { readinessWords, decisionWords as words } from '#web/texts/readiness.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { readTypedTime, typedInstant } from '#web/ui/typed-time.ts'
import { type Draft, useDraft } from '#web/ui/use-draft.ts'

const writing = signal(false)

const empty = {
  askedBy: '',
  damage: '',
  needs: '',
  volunteers: '',
  present: '',
  reason: '',
  outcome: '',
  when: '',
  nextDate: '',
  nextTime: '',
}
type Typed = typeof empty

function wrong({ outcome, askedBy, when, nextDate, nextTime }: Typed): string | null {
  if (askedBy.trim() === '') return readinessWords.missing(decisionLabels.askedBy)
  if (outcome === '') return readinessWords.missing(decisionLabels.outcome)
  if (when.trim() !== '' && readTypedTime(when) === null) return words.timeWrong
  if ((nextDate === '') !== (nextTime.trim() === '')) return words.bothOrNone
  return nextTime.trim() !== '' && readTypedTime(nextTime) === null ? words.timeWrong : null
}

async function record({ when, nextDate, nextTime, outcome, ...grounds }: Typed): Promise<boolean> {
  const chosen = decisionOutcomes.find((one) => one === outcome)
  if (!chosen) return false
  const decisionId = newId()
  const withdraw = () => act('readiness.withdrawDecision', { decisionId })
  const reply = await act(
    'readiness.recordDecision',
    { decisionId, ...grounds, outcome: chosen, nextReviewAt: typedInstant(nextDate, nextTime) },
    { message: words.recorded, run: withdraw },
    { happenedAt: typedInstant(today(), when) ?? undefined },
  )
  return reply.kind !== 'refused'
}

function Grounds({ draft }: { draft: Draft<Typed> }) {
  const area = (key: 'damage' | 'needs' | 'volunteers' | 'present' | 'reason') => (
    <TextArea
      label={decisionLabels[key]}
      rows={2}
      maxLength={300}
      value={draft.value[key]}
      onInput={(text) => draft.change({ [key]: text })}
    />
  )
  return (
    <>
      {area('damage')}
      {area('needs')}
      {area('volunteers')}
      {area('present')}
      {area('reason')}
    </>
  )
}

function Times({ draft: { value, change } }: { draft: Draft<Typed> }) {
  return (
    <>
      <TextField
        label={words.when}
        hint={words.whenHint}
        inputMode="numeric"
        value={value.when}
        onInput={(when) => change({ when })}
      />
      <DateField calendar label={words.nextDate} value={value.nextDate} onInput={(nextDate) => change({ nextDate })} />
      <TextField
        label={words.nextTime}
        inputMode="numeric"
        value={value.nextTime}
        onInput={(nextTime) => change({ nextTime })}
      />
    </>
  )
}

function DecisionForm() {
  const draft = useDraft<Typed>('readiness.decision', empty)
  const { value, change } = draft
  const save = async () => {
    if (!(await record(value))) return
    draft.clear()
    writing.value = false
  }
  return (
    <Dialog
      open
      wide
      title={words.record}
      onClose={() => (writing.value = false)}
      closeLabel={readinessWords.cancel}
      actions={
        <Button variant="next" shortcut="Ctrl+Enter" onPress={save} disabledBecause={wrong(value)}>
          {readinessWords.save}
        </Button>
      }
    >
      <div class="stack">
        {refusal.value ? (
          <NoticeBanner tone={refusal.value.tone} live>
            {refusal.value.text}
          </NoticeBanner>
        ) : null}
        <TextField
          label={decisionLabels.askedBy}
          autoFocus
          required
          maxLength={60}
          value={value.askedBy}
          onInput={(askedBy) => change({ askedBy })}
        />
        <ChoiceField
          label={decisionLabels.outcome}
          required
          value={value.outcome}
          onChange={(outcome) => change({ outcome })}
          options={decisionOutcomes.map((one) => ({ value: one, label: outcomeNames[one] }))}
        />
        <div class="form-grid">
          <Grounds draft={draft} />
          <Times draft={draft} />
        </div>
      </div>
    </Dialog>
  )
}

const said = ['askedBy', 'damage', 'needs', 'volunteers', 'present', 'reason'] as const

function Decision({ decision, isLast }: { decision: OpeningDecision; isLast: boolean }) {
  const { id, outcome, decidedAt, writtenBy, nextReviewAt, withdrawnAt, withdrawnBy } = decision
  const overdue = isLast && nextReviewAt !== null && Date.parse(nextReviewAt) < instantNow()
  return (
    <li class={withdrawnAt === null ? 'set-up-decision-card' : 'set-up-decision-card set-up-withdrawn'}>
      <p class="set-up-decision-head">
        <strong>{outcomeNames[outcome]}</strong> <span class="number">{momentWord(decidedAt)}</span>{' '}
        <span class="quiet">{words.writtenBy(writtenBy)}</span>{' '}
        {nextReviewAt && withdrawnAt === null ? <span>{words.review(momentWord(nextReviewAt))}</span> : null}{' '}
        {overdue ? <Badge tone="warning">{words.reviewDue}</Badge> : null}
        {withdrawnAt ? <Badge>{words.withdrawn(momentWord(withdrawnAt), withdrawnBy)}</Badge> : null}
      </p>
      <dl class="facts">
        {said
          .filter((key) => decision[key] !== '')
          .map((key) => (
            <Fragment key={key}>
              <dt>{decisionLabels[key]}</dt>
              <dd>{decision[key]}</dd>
            </Fragment>
          ))}
      </dl>
      {withdrawnAt === null && mayEdit() ? (
        <Button onPress={() => act('readiness.withdrawDecision', { decisionId: id })}>{words.withdraw}</Button>
      ) : null}
    </li>
  )
}

/** 開設の判断: who asked, on what grounds, who was there, what was decided; the newest first. */
export function Decisions() {
  const all = store.all('openingDecision').toSorted((one, other) => other.decidedAt.localeCompare(one.decidedAt))
  const last = all.find(({ withdrawnAt }) => withdrawnAt === null)
  return (
    <div class="stack">
      <div class="toolbar">
        {mayEdit() ? (
          <Button variant="next" shortcut="n" onPress={() => (writing.value = true)}>
            {words.record}
          </Button>
        ) : null}
        <a class="button" href="/sheets/opening-decisions" target="_blank" rel="noopener">
          {readinessWords.print}
        </a>
      </div>
      {all.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneMore}</p>
        </EmptyState>
      ) : (
        <ul class="card-list">
          {all.map((decision) => (
            <Decision key={decision.id} decision={decision} isLast={decision.id === last?.id} />
          ))}
        </ul>
      )}
      {writing.value ? <DecisionForm /> : null}
    </div>
  )
}
