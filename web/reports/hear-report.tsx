import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { clockOf, timeZone } from '#shared/core/time.ts'
import type { Report } from '#shared/reports/report.ts'
import { incidentKinds, incidentsOf } from '#shared/reports/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import { store } from '#web/core/store.ts'
import { ActMessage } from '#web/reports/act-message.tsx'
import { beginDraft, draftErrors, heardOf, isTooLong } from '#web/reports/report-draft.ts'
import { ReportFields } from '#web/reports/report-fields.tsx'
import { ReportPhotos } from '#web/reports/report-photos.tsx'
import { type Answers, notAsked, SafetyQuestions } from '#web/reports/safety-questions.tsx'
import { useAct } from '#web/reports/use-act.ts'
import { returnTexts as words } from '#web/texts/reports.ts'
import { Button } from '#web/ui/button.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

const isAnswered = (answers: Answers) => incidentKinds.every((kind) => answers[kind] !== null)

/** A yes whose content nobody wrote down yet. */
function recordFirst(team: Team, answers: Answers): string | null {
  const written = incidentsOf(team, store.all('incident'))
  const missing = incidentKinds.some((kind) => answers[kind] && !written.some((one) => one.kind === kind))
  return missing ? words.recordFirst : null
}

function ReportForm({ team, orderId, answers, sent }: HearProps & { answers: Answers }) {
  const observation = store.get('reportObservation', sent?.id)
  const draft = useDraft(
    `report.${team.id}.${sent?.sentAt ?? 'paper'}`,
    beginDraft(sent, team.members.length, observation),
  )
  const [tried, setTried] = useState(false)
  const { act, refused, kept } = useAct()
  const errors = draftErrors(draft.value)
  const accept = async () => {
    setTried(true)
    if (Object.keys(errors).length > 0 || isTooLong(draft.value)) return
    const { injury, nearMiss, unwell } = answers
    const safety = { injury: injury === true, nearMiss: nearMiss === true, unwell: unwell === true }
    const source = sent ? ('phone' as const) : ('paper' as const)
    const heard = { reportId: sent?.id ?? newId(), workOrderId: orderId, source, safety, ...heardOf(draft.value) }
    if (await act('reports.acceptReport', heard)) draft.clear()
  }
  return (
    <section class="return-report" aria-labelledby="report-title">
      <h3 id="report-title">{words.reportTitle}</h3>
      <p class="quiet">{sent ? words.sentAt(clockOf(sent.sentAt, timeZone)) : words.fromPaper}</p>
      <ReportFields draft={draft.value} errors={tried ? errors : {}} change={draft.change} />
      <ReportPhotos workOrderId={orderId} />
      <ActMessage refused={refused} kept={kept} />
      <div class="actions">
        <Button
          variant="next"
          large
          shortcut="Ctrl+Enter"
          onPress={accept}
          disabledBecause={recordFirst(team, answers) ?? (tried ? (Object.values(errors)[0] ?? null) : null)}
        >
          {words.accept}
        </Button>
      </div>
    </section>
  )
}

interface HearProps {
  team: Team
  orderId: string
  /** What the leader's phone sent, if anything. */
  sent: Report | undefined
}

/** First the three questions, then the report; the form appears once all three are answered. */
export function HearReport(props: HearProps) {
  const answers = useDraft<Answers>(`safety.${props.team.id}`, notAsked)
  return (
    <>
      <SafetyQuestions team={props.team} answers={answers.value} change={answers.change} />
      {isAnswered(answers.value) ? (
        <ReportForm key={props.sent?.sentAt} {...props} answers={answers.value} />
      ) : (
        <p class="quiet">{words.askFirst}</p>
      )}
    </>
  )
}
