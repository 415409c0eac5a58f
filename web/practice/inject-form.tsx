import type { Condition } from '#shared/practice/condition.ts'
import { participantRoles } from '#shared/practice/roles.ts'
import type { OutlinedInject, ScenarioOutline, WrittenInject } from '#shared/practice/scenario-desk.ts'
import { recipientWords } from '#shared/texts/drill-sheets.ts'
import type { Refusal } from '#web/core/request.ts'
import { EditForm, type FormParts } from '#web/practice/edit-form.tsx'
import { daysOf, draftOf, fieldOf, type InjectDraft, wordOf, writtenOf } from '#web/practice/inject-draft.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'

interface PartProps extends FormParts<InjectDraft> {
  outline: ScenarioOutline
}

const timings = ['at', 'when', 'byHand'] as const
/** Every condition that a file may name, in the order of the dictionary, which has a word for each of them. */
const conditions = Object.keys(words.conditions) as Condition['that'][]

function recipientsOf({ desks, injects }: ScenarioOutline) {
  // A coach stands where the file says that somebody practises alone; none is made here.
  const coached = injects.flatMap(({ recipient }) => (recipient?.kind === 'coach' ? [recipient.deskName] : []))
  const all = [
    ...[...new Set(coached)].map((deskName) => ({ kind: 'coach', deskName }) as const),
    ...desks.map((deskName) => ({ kind: 'desk', deskName }) as const),
    ...participantRoles.map((role) => ({ kind: 'phone', role }) as const),
    { kind: 'team' } as const,
    { kind: 'controller' } as const,
  ]
  return all.map((to) => ({
    value: wordOf(to),
    label: to.kind === 'phone' ? words.toPhone(recipientWords(to)) : recipientWords(to),
  }))
}

function AtTime({ draft: { day, time }, faults, outline, change }: PartProps) {
  const days = Array.from({ length: daysOf(outline) }, (_, index) => ({
    value: String(index),
    label: words.day(index + 1),
  }))
  return (
    <div class="form-grid">
      {days.length > 1 ? (
        <SelectField
          label={words.dayLabel}
          value={day}
          emptyLabel=""
          onChange={(chosen) => change({ day: chosen })}
          options={days}
        />
      ) : null}
      <TextField
        id="inject-time"
        label={words.time}
        hint={words.timeSpan(outline.startsAt, outline.endsAt)}
        inputMode="numeric"
        value={time}
        error={faults.time}
        onInput={(typed) => change({ time: typed })}
      />
    </div>
  )
}

function OnCondition({ draft: { that, amount, other }, faults, outline, self, change }: PartProps & { self: string }) {
  const others = outline.injects.filter(({ key }) => key !== '' && key !== self)
  return (
    <div class="form-grid">
      <SelectField
        label={words.that}
        value={that}
        emptyLabel=""
        onChange={(chosen) => change({ that: conditions.find((one) => one === chosen) ?? 'teamsOut' })}
        options={conditions.map((value) => ({
          value,
          label: words.conditions[value].label,
        }))}
      />
      {that === 'afterInject' ? (
        <SelectField
          label={words.other}
          value={other}
          error={faults.other}
          onChange={(chosen) => change({ other: chosen })}
          options={others.map(({ key, title }) => ({ value: key, label: title || key }))}
        />
      ) : null}
      <NumberField
        id="inject-amount"
        label={words.conditions[that].amount}
        unit={words.conditions[that].unit}
        value={amount}
        error={faults.amount ?? (that === 'afterInject' ? null : faults.other)}
        onInput={(typed) => change({ amount: typed })}
      />
    </div>
  )
}

function When(props: PartProps & { self: string }) {
  const { draft, change } = props
  return (
    <>
      <ChoiceField
        label={words.timing}
        name="inject-timing"
        value={draft.timing}
        onChange={(chosen) => change({ timing: timings.find((one) => one === chosen) ?? 'at' })}
        options={timings.map((value) => ({ value, label: words.timings[value] }))}
      />
      {draft.timing === 'at' ? <AtTime {...props} /> : null}
      {draft.timing === 'when' ? <OnCondition {...props} /> : null}
    </>
  )
}

function What({ draft: { to, title, text, script, answerWithin }, faults, outline, change }: PartProps) {
  return (
    <>
      <div class="form-grid">
        <SelectField
          label={words.to}
          value={to}
          error={faults.to}
          onChange={(chosen) => change({ to: chosen })}
          options={recipientsOf(outline)}
        />
        <TextField
          id="inject-title"
          label={words.injectTitle}
          maxLength={60}
          value={title}
          error={faults.title}
          onInput={(typed) => change({ title: typed })}
        />
      </div>
      <TextArea
        id="inject-text"
        rows={2}
        label={words.injectText}
        maxLength={600}
        value={text}
        error={faults.text}
        onInput={(typed) => change({ text: typed })}
      />
      <TextArea
        id="inject-script"
        rows={2}
        label={words.script}
        hint={words.scriptHint}
        maxLength={1000}
        value={script}
        error={faults.script}
        onInput={(typed) => change({ script: typed })}
      />
      <NumberField
        id="inject-answer-within"
        label={words.answerWithin}
        hint={words.answerWithinHint}
        unit={words.minutes}
        value={answerWithin}
        error={faults.answerWithin}
        onInput={(typed) => change({ answerWithin: typed })}
      />
    </>
  )
}

interface InjectFormProps {
  /** The inject that is changed; null where one is added. */
  inject: OutlinedInject | null
  outline: ScenarioOutline
  onDone: (inject: WrittenInject) => Promise<Refusal | null>
  onClose: () => void
}

/** One inject with every field of it; what cannot be is said beside its field, and nothing is written. */
export function InjectForm({ inject, outline, onDone, onClose }: InjectFormProps) {
  return (
    <EditForm
      form={`inject.${inject?.key ?? ''}`}
      initial={draftOf(inject)}
      title={inject ? words.changeTitle(inject.title) : words.add}
      press={inject ? words.changeIt : words.addIt}
      read={writtenOf}
      fieldOf={fieldOf}
      onDone={onDone}
      onClose={onClose}
    >
      {(form) => {
        const parts = { ...form, outline }
        return (
          <>
            <What {...parts} />
            <When {...parts} self={inject?.key ?? ''} />
            {inject?.answersItself ? <p class="quiet">{words.answersItself}</p> : null}
          </>
        )
      }}
    </EditForm>
  )
}
