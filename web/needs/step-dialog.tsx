import { useState } from 'preact/hooks'
import { addDays } from '#shared/core/time.ts'
import { limits } from '#shared/needs/limits.ts'
import type { Need } from '#shared/needs/need.ts'
import { needNumberText } from '#shared/needs/need-number.ts'
import { dateProblem, reasonProblem } from '#shared/needs/rules.ts'
import { statusMark } from '#shared/needs/status-marks.ts'
import { type Outcome, send } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { lastStep, saidOf, sentenceOf } from '#web/needs/desk-view.ts'
import { centerToday, needsPolicyOf } from '#web/needs/selectors.ts'
import { needDetailWords } from '#web/texts/needs.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

export type StepKind = 'hold' | 'decline' | 'refer' | 'cancel' | 'reopen'

const words = needDetailWords.dialog

interface StepDraft {
  reason: string
  referredTo: string
  answerBy: string
  reviewOn: string
}

/** Sends the step that was chosen, with the state in which the sender saw the need. */
function sendStep(kind: StepKind, need: Need, draft: StepDraft): Promise<Outcome> {
  const seen = { needId: need.id, from: need.status }
  const { reason, referredTo, answerBy, reviewOn } = draft
  if (kind === 'hold') return send('needs.putOnHold', { ...seen, reason, reviewOn })
  if (kind === 'decline') return send('needs.declineNeed', { ...seen, reason, referredTo, answerBy: answerBy || null })
  if (kind === 'refer') return send('needs.referNeed', { ...seen, reason, referredTo, answerBy: answerBy || null })
  if (kind === 'cancel') return send('needs.cancelNeed', { ...seen, reason })
  return send('needs.reopenNeed', { ...seen, reason })
}

const results = { hold: 'onHold', decline: 'declined', refer: 'referred', cancel: 'cancelled' } as const

/** Why the step cannot be sent as it is written. */
function problemOf(kind: StepKind, need: Need, draft: StepDraft): string | null {
  const today = centerToday()
  if (kind === 'refer' && draft.referredTo.trim() === '') return needDetailWords.referMissing
  const date = kind === 'hold' ? draft.reviewOn : kind === 'cancel' || kind === 'reopen' ? null : draft.answerBy || null
  return sentenceOf(reasonProblem(need.number, draft.reason) ?? dateProblem(date, today))
}

/** The state of one step while its dialog is open. */
function useStep(kind: StepKind, need: Need, onClose: () => void) {
  const policy = needsPolicyOf(store.all('center')[0])
  const today = centerToday()
  const { value, change, clear } = useDraft<StepDraft>(`needs.step.${kind}.${need.id}`, {
    reason: '',
    referredTo: '',
    answerBy: addDays(today, policy.answerWithinDays),
    reviewOn: addDays(today, 7),
  })
  const [said, setSaid] = useState<string | null>(null)
  const go = async () => {
    const outcome = await sendStep(kind, need, value)
    if (outcome.kind !== 'done') return setSaid(saidOf(outcome))
    if (kind !== 'reopen') {
      const word = statusMark(results[kind]).word
      lastStep.value = { id: need.id, message: needDetailWords.undo(needNumberText(need.number), word) }
    }
    clear()
    onClose()
  }
  return { draft: value, change, said, go }
}

interface PartProps {
  kind: StepKind
  draft: StepDraft
  change: (part: Partial<StepDraft>) => void
}

/** To whom, and by when the requester hears. */
function AnswerPart({ kind, draft, change }: PartProps) {
  if (kind !== 'decline' && kind !== 'refer') return null
  return (
    <>
      <TextField
        label={kind === 'refer' ? words.referredTo : words.referredToOptional}
        value={draft.referredTo}
        onInput={(referredTo) => change({ referredTo })}
        maxLength={limits.referredTo}
        required={kind === 'refer'}
      />
      <DateField
        label={words.answerBy}
        value={draft.answerBy}
        onInput={(answerBy) => change({ answerBy })}
        calendar
        min={centerToday()}
      />
    </>
  )
}

/** One step aside, with its reason, to whom, and by when the requester hears. */
export function StepDialog({ kind, need, onClose }: { kind: StepKind; need: Need; onClose: () => void }) {
  const { draft, change, said, go } = useStep(kind, need, onClose)
  return (
    <Dialog
      open
      title={`${needNumberText(need.number)} ${words[kind]}`}
      onClose={onClose}
      actions={
        <Button variant="next" shortcut="Ctrl+Enter" onPress={go} disabledBecause={problemOf(kind, need, draft)}>
          {words[kind]}
        </Button>
      }
    >
      <div class="stack">
        <TextArea
          label={words.reason}
          value={draft.reason}
          onInput={(reason) => change({ reason })}
          maxLength={limits.reason}
          rows={2}
          error={said}
          autoFocus
          required
        />
        <AnswerPart kind={kind} draft={draft} change={change} />
        {kind === 'hold' ? (
          <DateField
            label={words.reviewOn}
            value={draft.reviewOn}
            onInput={(reviewOn) => change({ reviewOn })}
            calendar
            min={centerToday()}
            required
          />
        ) : null}
      </div>
    </Dialog>
  )
}
