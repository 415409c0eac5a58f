import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { WorkOrder } from '#shared/dispatch/work-order.ts'
import type { Report } from '#shared/reports/report.ts'
import { reportPhone } from '#shared/texts/report-phone.ts'
import { send, unsent } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { phoneProblemSentence } from '#web/texts/phone-problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { deviceMemory } from '#web/ui/device-memory.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { usePhoneWords } from '#web/ui/phone-words.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

/** The leader's 活動報告: kept while it is written, sent when there is a line, heard at the return desk. */
export function PhoneReport({ order }: { order: WorkOrder }) {
  const { t } = usePhoneWords(reportPhone)
  const report = store.all('report').find(({ workOrderId }) => workOrderId === order.id)
  const [open, setOpen] = useState(false)
  const waiting = unsent.value.some(({ type }) => type === 'reports.sendReport')
  return (
    <section class="form-part">
      <h2>{t('report')}</h2>
      <ReportState report={report} waiting={waiting} />
      {report?.status === 'accepted' ? null : open ? (
        <ReportForm order={order} report={report} onSent={() => setOpen(false)} />
      ) : (
        <Button large wide onPress={() => setOpen(true)}>
          {t(report || waiting ? 'reopen' : 'open')}
        </Button>
      )}
    </section>
  )
}

function ReportState({ report, waiting }: { report: Report | undefined; waiting: boolean }) {
  const { t } = usePhoneWords(reportPhone)
  if (waiting) return <p class="kept kept-here">{t('kept')}</p>
  if (!report) return null
  return (
    <p class="kept" role="status">
      {report.status === 'accepted' ? t('accepted') : t('sent', { time: clockOf(report.sentAt, timeZone) })}
    </p>
  )
}

interface Draft {
  outcome: string
  workDone: string
  remainingWork: string
  nextHeadcount: string
  headcount: string
  startedAt: string
  endedAt: string
  observation: string
}

/** What is known already need not be typed: the sheet's people, and the clock at the taps of 着いた and 終わった. */
function initialDraft(order: WorkOrder, report: Report | undefined): Draft {
  const clock = (instant: string | null | undefined, said: string) =>
    instant ? clockOf(instant, timeZone) : (deviceMemory.read(`clock.${said}.${order.teamId}`) ?? '')
  return {
    outcome: report?.outcome ?? '',
    workDone: report?.workDone ?? '',
    remainingWork: report?.remainingWork ?? '',
    nextHeadcount: report?.nextHeadcount ? String(report.nextHeadcount) : '',
    headcount: String(report?.headcount ?? order.members.length),
    startedAt: clock(report?.startedAt, 'arrived'),
    endedAt: clock(report?.endedAt, 'done'),
    observation: '',
  }
}

function reportOf(draft: Draft, outcome: Report['outcome'], order: WorkOrder, report: Report | undefined) {
  const { workDone, remainingWork, observation } = draft
  return {
    reportId: report?.id ?? newId(),
    workOrderId: order.id,
    outcome,
    workDone,
    remainingWork,
    nextHeadcount: outcome === 'completed' ? 0 : Number(draft.nextHeadcount || 0),
    headcount: Number(draft.headcount || 0),
    startedAt: draft.startedAt || null,
    endedAt: draft.endedAt || null,
    observation,
  }
}

function ReportForm({ order, report, onSent }: { order: WorkOrder; report: Report | undefined; onSent: () => void }) {
  const { t, plain, language } = usePhoneWords(reportPhone)
  const { value, change, clear } = useDraft<Draft>(`report.${order.id}`, initialDraft(order, report))
  const [error, setError] = useState<string | null>(null)
  const submit = async () => {
    const { outcome } = value
    if (outcome !== 'completed' && outcome !== 'toBeContinued') return setError(plain('chooseOutcome'))
    const result = await send('reports.sendReport', reportOf(value, outcome, order, report))
    if (result.kind === 'refused') return setError(phoneProblemSentence(result.problem, language))
    clear()
    onSent()
  }
  const changeAndForgive = (part: Partial<Draft>) => {
    setError(null)
    change(part)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ReportFields value={value} change={changeAndForgive} />
      {error ? (
        <p class="field-error" role="alert">
          {error}
        </p>
      ) : null}
      <Button large wide variant="next" type="submit">
        {t('send')}
      </Button>
    </form>
  )
}

/** The lower half of the sheet, in its order. */
function ReportFields({ value, change }: { value: Draft; change: (part: Partial<Draft>) => void }) {
  const { plain } = usePhoneWords(reportPhone)
  const field = (name: keyof Draft) => ({
    name,
    value: value[name],
    onInput: (typed: string) => change({ [name]: typed }),
  })
  return (
    <>
      <ChoiceField
        label={plain('outcome')}
        name="outcome"
        required
        value={value.outcome || null}
        onChange={(outcome) => change({ outcome })}
        options={[
          { value: 'completed', label: plain('completed') },
          { value: 'toBeContinued', label: plain('toBeContinued') },
        ]}
      />
      <TextArea label={plain('workDone')} maxLength={500} {...field('workDone')} />
      {value.outcome === 'toBeContinued' ? (
        <>
          <TextArea label={plain('remaining')} maxLength={300} {...field('remainingWork')} />
          <NumberField
            label={plain('nextHeadcount')}
            unit={plain('people')}
            maxLength={2}
            {...field('nextHeadcount')}
          />
        </>
      ) : null}
      <div class="form-pair">
        <TextField kind="time" label={plain('startedAt')} {...field('startedAt')} />
        <TextField kind="time" label={plain('endedAt')} {...field('endedAt')} />
      </div>
      <NumberField label={plain('headcount')} unit={plain('people')} maxLength={2} {...field('headcount')} />
      <TextArea
        label={plain('observation')}
        hint={plain('observationHint')}
        maxLength={500}
        {...field('observation')}
      />
    </>
  )
}
