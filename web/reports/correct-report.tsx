import { useState } from 'preact/hooks'
import { explanationLength } from '#shared/reports/limits.ts'
import type { Report } from '#shared/reports/report.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { store } from '#web/core/store.ts'
import { ActMessage } from '#web/reports/act-message.tsx'
import { beginDraft, draftErrors, heardOf, isTooLong } from '#web/reports/report-draft.ts'
import { ReportFields } from '#web/reports/report-fields.tsx'
import { ReportPhotos } from '#web/reports/report-photos.tsx'
import { useAct } from '#web/reports/use-act.ts'
import { returnTexts as words } from '#web/texts/reports.ts'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

function ordersOf(report: Report) {
  return store
    .all('workOrder')
    .filter(({ dayId, status }) => dayId === report.dayId && (status === 'back' || status === 'out'))
    .map(({ id, number, teamNumber, needNumber }) => ({
      value: id,
      label: words.orderOf(number, teamNumber, needNumber),
    }))
}

const { outcome, workDone, remainingWork, nextHeadcount, headcount, startedAt, endedAt } = words
const labels = { outcome, workDone, remainingWork, nextHeadcount, headcount, startedAt, endedAt }
const valueWords = { completed: words.completed, toBeContinued: words.toBeContinued }

const beginOf = (report: Report) => ({
  ...beginDraft(report, report.headcount, store.get('reportObservation', report.id)),
  workOrderId: report.workOrderId,
  reason: '',
  basedOnSeq: store.seqOf('report', report.id),
})
type Draft = ReturnType<typeof beginOf>

/** What another desk made of the report meanwhile, beside what is typed here. */
function BothReports(props: { report: Report; mine: Draft; change: (part: Partial<Draft>) => void }) {
  const { report, mine, change } = props
  return <BothTexts mine={mine} theirs={beginOf(report)} labels={labels} values={valueWords} take={change} />
}

/** A report that was heard wrongly, or on somebody else's sheet; the need follows. Only while the day is open. */
export function CorrectReport({ report, onDone }: { report: Report; onDone: () => void }) {
  const draft = useDraft(`correct.${report.id}`, beginOf(report))
  const [tried, setTried] = useState(false)
  const { act, refused, kept, second } = useAct()
  const { workOrderId, reason, basedOnSeq, ...typed } = draft.value
  const errors = draftErrors(typed)
  const correct = async () => {
    setTried(true)
    if (Object.keys(errors).length > 0 || isTooLong(typed)) return
    const said = { reportId: report.id, workOrderId, reason, basedOnSeq, ...heardOf(typed) }
    // After a refusal the next press is made on what is now to be seen.
    if (!(await act('reports.correctReport', said)))
      return draft.change({ basedOnSeq: store.seqOf('report', report.id) })
    draft.clear()
    onDone()
  }
  return (
    <section class="return-report" aria-labelledby="correct-title">
      <h3 id="correct-title">{words.correctTitle}</h3>
      {second && <BothReports report={report} mine={draft.value} change={draft.change} />}
      <SelectField
        label={words.rightOrder}
        value={workOrderId}
        onChange={(chosen) => draft.change({ workOrderId: chosen })}
        options={ordersOf(report)}
      />
      <ReportFields draft={typed} errors={tried ? errors : {}} change={draft.change} />
      <TextArea
        label={words.reason}
        required
        rows={2}
        maxLength={explanationLength}
        value={reason}
        onInput={(text) => draft.change({ reason: text })}
      />
      <ReportPhotos workOrderId={workOrderId} />
      <ActMessage refused={refused} kept={kept} />
      <div class="actions">
        <Button
          variant="next"
          large
          shortcut="Ctrl+Enter"
          onPress={correct}
          disabledBecause={reason.trim() === '' ? words.reasonMissing : null}
        >
          {words.correct}
        </Button>
      </div>
    </section>
  )
}
