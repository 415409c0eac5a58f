import type { KnownCheck, OutlinedExpectation, ScenarioOutline } from '#shared/practice/scenario-desk.ts'
import { EditForm, type FormParts } from '#web/practice/edit-form.tsx'
import { Entries, type EntryPartProps } from '#web/practice/entries.tsx'
import { draftOf, type ExpectationDraft, faultAt, fieldOf, mostOf, writtenBy } from '#web/practice/expectation-draft.ts'
import { useOpenForm } from '#web/practice/open-form.ts'
import { edit, workRefused } from '#web/practice/scenario-work.ts'
import { editorTexts as words } from '#web/texts/scenario-editor.ts'
import { partTexts as t } from '#web/texts/scenario-parts.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'

interface FieldProps extends FormParts<ExpectationDraft> {
  field: KnownCheck['fields'][number]
  injects: ScenarioOutline['injects']
}

/** One figure of a check, by what it asks for. */
function Figure({ field: { name, kind }, injects, draft: { values }, faults, change }: FieldProps) {
  const label = t.fields[name] ?? name
  const put = (field: string) => (typed: string) => change({ values: { ...values, [field]: typed } })
  const own = { id: `expected-${name}`, value: values[name] ?? '', error: faults[faultAt(name)], onInput: put(name) }
  if (kind === 'inject')
    return (
      <SelectField
        label={label}
        value={own.value}
        error={own.error}
        onChange={own.onInput}
        options={injects.map(({ key, title }) => ({ value: key, label: title || key }))}
      />
    )
  if (kind === 'clock') return <TextField {...own} label={label} hint={t.clockHint} inputMode="numeric" />
  if (kind !== 'amount') return <NumberField {...own} label={label} hint={kind === 'share' ? t.shareHint : undefined} />
  return (
    <>
      <NumberField {...own} label={t.atLeast(label)} />
      <NumberField
        id={`expected-${name}-most`}
        label={t.atMost(label)}
        hint={t.atMostHint}
        value={values[mostOf(name)] ?? ''}
        onInput={put(mostOf(name))}
      />
    </>
  )
}

/** What of a check stands in the file alone cannot be typed here. */
const isInForm = ({ fields }: KnownCheck) => fields.every(({ kind }) => kind !== 'inFile')

interface FormProps {
  expectation: OutlinedExpectation | undefined
  outline: ScenarioOutline
  onClose: () => void
  say: EntryPartProps['say']
}

function ExpectationForm({ expectation, outline: { checks, injects }, onClose, say }: FormProps) {
  const titleOf = (check: string) => checks.find((one) => one.check === check)?.title ?? check
  return (
    <EditForm
      form={`expectation.${expectation ? nameOf(expectation) : ''}`}
      initial={draftOf(expectation)}
      title={expectation ? words.changeTitle(expectation.title) : t.addExpectation}
      press={expectation ? words.changeIt : words.addIt}
      read={writtenBy(checks)}
      fieldOf={fieldOf}
      onClose={onClose}
      onDone={async (written) => {
        const refusal = await edit([
          expectation
            ? { edit: 'changeExpectation', index: expectation.index, was: expectation.check, expectation: written }
            : { edit: 'addExpectation', expectation: written },
        ])
        const title = titleOf(written.check)
        if (refusal === null) say(expectation ? words.changed(title) : words.added(title))
        return refusal
      }}
    >
      {(parts) => (
        <>
          <SelectField
            label={t.check}
            value={parts.draft.check}
            error={parts.faults.check}
            onChange={(check) => parts.change({ check })}
            options={checks.filter(isInForm).map(({ check, title }) => ({ value: check, label: title }))}
          />
          <div class="form-grid">
            {(checks.find(({ check }) => check === parts.draft.check)?.fields ?? []).map((field) => (
              <Figure key={field.name} {...parts} field={field} injects={injects} />
            ))}
          </div>
        </>
      )}
    </EditForm>
  )
}

/** By what the tab remembers it: its place, and what stood there. */
const nameOf = ({ index, check }: OutlinedExpectation) => `${index} ${check}`

function figuresOf({ values }: OutlinedExpectation, { injects }: ScenarioOutline): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const shown = typeof value === 'object' ? t.between(value.min, value.max) : String(value)
      const title = name === 'inject' ? injects.find(({ key }) => key === value)?.title : undefined
      return t.figure(t.fields[name] ?? name, title ?? shown)
    })
    .join('、')
}

/** What a good center will have done: the check, by when or within how long, and how many. */
export function ExpectationsPart({ outline, problems, say }: EntryPartProps & { outline: ScenarioOutline }) {
  const { expectations, checks } = outline
  const [open, show] = useOpenForm('expectation')
  const expectation = expectations.find((one) => nameOf(one) === open)
  const inForm = new Set(checks.filter(isInForm).map(({ check }) => check))
  const remove = async ({ index, check, title }: OutlinedExpectation) => {
    if ((await edit([{ edit: 'removeExpectation', index, was: check }])) === null) say(words.removed(title))
  }
  return (
    <Entries
      id="expectations"
      title={t.expectations(expectations.length)}
      about={t.expectationsWords}
      add={t.addExpectation}
      onAdd={() => show('')}
      problems={problems}
      entries={expectations.map((one) => ({
        index: one.index,
        head: typeof one.values.clock === 'string' ? one.values.clock : '',
        title: one.title,
        lines: [figuresOf(one, outline), inForm.has(one.check) ? '' : t.inFile],
        onChange: inForm.has(one.check) && Object.keys(one.values).length > 0 ? () => show(nameOf(one)) : null,
        onRemove: () => remove(one),
      }))}
    >
      {open === '' || expectation ? (
        <ExpectationForm
          expectation={expectation}
          outline={outline}
          say={say}
          onClose={() => {
            show(null)
            workRefused.value = null
          }}
        />
      ) : null}
    </Entries>
  )
}
