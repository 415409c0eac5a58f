import { useState } from 'preact/hooks'
import { newId } from '#shared/core/ids.ts'
import { reportLengths } from '#shared/reports/limits.ts'
import type { Incident } from '#shared/reports/report.ts'
import { incidentKinds, incidentsOf } from '#shared/reports/rules.ts'
import type { Team } from '#shared/teams/team.ts'
import { store } from '#web/core/store.ts'
import { ActMessage } from '#web/reports/act-message.tsx'
import { useAct } from '#web/reports/use-act.ts'
import { returnTexts as words } from '#web/texts/reports.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

/** The answers so far; null where nobody has asked yet. */
export type Answers = Record<Incident['kind'], boolean | null>

export const notAsked: Answers = { injury: null, nearMiss: null, unwell: null }

function IncidentForm({ team, kind, onDone }: { team: Team; kind: Incident['kind']; onDone: () => void }) {
  const draft = useDraft(`incident.${team.id}.${kind}`, { text: '', attendanceId: '' })
  const { act, refused, kept } = useAct()
  const { text, attendanceId } = draft.value
  const record = async () => {
    const fields = { incidentId: newId(), teamId: team.id, attendanceId: attendanceId || null, kind, text }
    if (!(await act('reports.recordIncident', fields))) return
    draft.clear()
    onDone()
  }
  return (
    <div class="return-incident">
      <SelectField
        label={words.who}
        value={attendanceId}
        onChange={(chosen) => draft.change({ attendanceId: chosen })}
        emptyLabel={words.whole}
        options={team.members.map((member) => ({
          value: member.attendanceId,
          label: `${member.number} ${member.name}`,
        }))}
      />
      <TextArea
        label={`${words[kind]}: ${words.what}`}
        rows={2}
        autoFocus
        value={text}
        maxLength={reportLengths.incident}
        onInput={(typed) => draft.change({ text: typed })}
      />
      <Button
        variant="next"
        shortcut="Ctrl+Enter"
        onPress={record}
        disabledBecause={text.trim() === '' ? words.whatMissing : null}
      >
        {words.record}
      </Button>
      <ActMessage refused={refused} kept={kept} />
    </div>
  )
}

interface QuestionProps {
  kind: Incident['kind']
  index: number
  answer: boolean | null
  written: number
  onAnswer: (yes: boolean) => void
}

function Question({ kind, index, answer, written, onAnswer }: QuestionProps) {
  return (
    <li class="return-question">
      <h4>{words[kind]}</h4>
      <Button large pressed={answer === false} onPress={() => onAnswer(false)} label={`${words[kind]} ${words.none}`}>
        {words.none}
      </Button>
      <Button
        large
        pressed={answer === true}
        shortcut={String(index + 1)}
        onPress={() => onAnswer(true)}
        label={`${words[kind]} ${words.some}`}
      >
        {words.some}
      </Button>
      {written > 0 && <Badge tone="warning">{words.recorded(written)}</Badge>}
    </li>
  )
}

/** けが・事故, ヒヤリハット, 体調: large, first, and by the keys 1, 2 and 3 (field guide 1.3, step 8). */
export function SafetyQuestions(props: { team: Team; answers: Answers; change: (part: Partial<Answers>) => void }) {
  const { team, answers, change } = props
  const written = incidentsOf(team, store.all('incident'))
  const [writing, setWriting] = useState<Incident['kind'] | null>(null)
  const allNone = () => change(Object.fromEntries(incidentKinds.map((kind) => [kind, answers[kind] ?? false])))
  const answer = (kind: Incident['kind'], yes: boolean) => {
    change({ [kind]: yes })
    setWriting(yes ? kind : null)
  }
  const backToQuestions = () => {
    setWriting(null)
    document.getElementById('safety-title')?.focus()
  }
  const count = (kind: Incident['kind']) => written.filter((one) => one.kind === kind).length
  return (
    <section class="return-safety" aria-labelledby="safety-title">
      <h3 id="safety-title" tabIndex={-1}>
        {words.safetyTitle}
      </h3>
      <p class="say">{words.safetySay}</p>
      <ul class="return-questions">
        {incidentKinds.map((kind, index) => (
          <Question
            key={kind}
            kind={kind}
            index={index}
            answer={answers[kind]}
            written={count(kind)}
            onAnswer={(yes) => answer(kind, yes)}
          />
        ))}
      </ul>
      {writing !== null && <IncidentForm key={writing} team={team} kind={writing} onDone={backToQuestions} />}
      {incidentKinds.every((kind) => answers[kind] === null) && (
        <Button large shortcut="0" onPress={allNone}>
          {words.allNone}
        </Button>
      )}
    </section>
  )
}
