import { reportLengths } from '#shared/reports/limits.ts'
import type { DraftErrors, ReportDraft } from '#web/reports/report-draft.ts'
import { returnTexts as words } from '#web/texts/reports.ts'
import { CheckField } from '#web/ui/check-field.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'

interface Props {
  draft: ReportDraft
  errors: DraftErrors
  change: (part: Partial<ReportDraft>) => void
}

function Times({ draft, errors, change }: Props) {
  return (
    <div class="return-row">
      <TextField
        label={words.startedAt}
        id="report-started"
        hint={words.timeHint}
        inputMode="numeric"
        value={draft.startedAt}
        error={errors.startedAt}
        onInput={(startedAt) => change({ startedAt })}
      />
      <TextField
        label={words.endedAt}
        id="report-ended"
        hint={words.timeHint}
        inputMode="numeric"
        value={draft.endedAt}
        error={errors.endedAt}
        onInput={(endedAt) => change({ endedAt })}
      />
      <NumberField
        label={words.headcount}
        id="report-headcount"
        unit={words.peopleUnit}
        value={draft.headcount}
        error={errors.headcount}
        onInput={(headcount) => change({ headcount })}
      />
    </div>
  )
}

function Remaining({ draft, errors, change }: Props) {
  return (
    <div class="return-row return-row-wide">
      <TextArea
        label={words.remainingWork}
        id="report-remaining"
        rows={2}
        maxLength={reportLengths.remainingWork}
        value={draft.remainingWork}
        error={errors.remainingWork}
        onInput={(remainingWork) => change({ remainingWork })}
      />
      <NumberField
        label={words.nextHeadcount}
        id="report-next"
        unit={words.peopleUnit}
        value={draft.nextHeadcount}
        error={errors.nextHeadcount}
        onInput={(nextHeadcount) => change({ nextHeadcount })}
      />
    </div>
  )
}

/** The lower half of the sheet, in the order in which it is heard. */
export function ReportFields(props: Props) {
  const { draft, errors, change } = props
  return (
    <>
      <div class="return-outcome">
        <ChoiceField
          label={words.outcome}
          id="report-outcome"
          required
          value={draft.outcome || null}
          error={errors.outcome}
          onChange={(outcome) => change({ outcome: outcome === 'completed' ? 'completed' : 'toBeContinued' })}
          options={[
            { value: 'completed', label: words.completed, hint: words.completedHint },
            { value: 'toBeContinued', label: words.toBeContinued, hint: words.continuedHint },
          ]}
        />
      </div>
      {draft.outcome === 'toBeContinued' && <Remaining {...props} />}
      <TextArea
        label={words.workDone}
        id="report-work"
        rows={2}
        maxLength={reportLengths.workDone}
        value={draft.workDone}
        onInput={(workDone) => change({ workDone })}
      />
      <Times {...props} />
      <TextArea
        label={words.observation}
        id="report-observation"
        rows={2}
        maxLength={reportLengths.observation}
        value={draft.observation}
        onInput={(observation) => change({ observation })}
      />
      <CheckField label={words.watch} checked={draft.watch} onChange={(watch) => change({ watch })} />
    </>
  )
}
