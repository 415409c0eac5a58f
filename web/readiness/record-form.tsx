import { useState } from 'preact/hooks'
import type { RecordKind, RecordOf } from '#shared/records.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { type Labels, wasSecond } from '#web/center/differences.ts'
import type { Outcome } from '#web/core/send.ts'
import { store } from '#web/core/store.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { readinessWords as words } from '#web/texts/readiness.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { NoticeBanner } from '#web/ui/notice-banner.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

/** What is typed, field by field. */
type Typed<K extends string> = Record<K, string>

export interface FormField<K extends string> {
  key: K
  label: string
  kind?: 'text' | 'area' | 'date' | 'time' | 'number' | 'select'
  max?: number
  hint?: string
  required?: boolean
  options?: Readonly<Record<string, string>>
}

/** How one kind of record is written: its fields, what a new one begins with, and which act saves it. */
export interface RecordWriting<R extends RecordKind, K extends string> {
  kind: R
  titles: { fresh: string; change: string }
  fields: readonly FormField<K>[]
  blank: Typed<K>
  /** The record in the shape of the form. */
  typedOf: (record: RecordOf<R>) => Typed<K>
  save: (recordId: string, typed: Typed<K>, basedOnSeq: number) => Promise<Outcome>
}

interface RecordFormProps<R extends RecordKind, K extends string> {
  writing: RecordWriting<R, K>
  recordId: string
  onClose: () => void
}

function Field({ field, value, first, change }: FieldShown) {
  const { label, kind = 'text', max, hint, required, options = {} } = field
  const common = { label, hint, required, value, autoFocus: first }
  if (kind === 'select')
    return (
      <SelectField
        label={label}
        hint={hint}
        value={value}
        emptyLabel=""
        onChange={change}
        options={Object.entries(options).map(([one, word]) => ({ value: one, label: word }))}
      />
    )
  if (kind === 'area') return <TextArea {...common} rows={2} maxLength={max} onInput={change} />
  if (kind === 'date') return <DateField {...common} calendar onInput={change} />
  if (kind === 'number') return <NumberField {...common} onInput={change} />
  return <TextField {...common} kind={kind === 'time' ? 'time' : 'text'} maxLength={max} onInput={change} />
}

interface FieldShown {
  field: FormField<string>
  value: string
  first: boolean
  change: (text: string) => void
}

function wrong<K extends string>(fields: readonly FormField<K>[], typed: Typed<K>): string | null {
  const missing = fields.find(({ key, required }) => required && typed[key].trim() === '')
  if (missing) return words.missing(missing.label)
  const number = fields.find(({ key, kind }) => kind === 'number' && !/^\d{1,5}$/.test(typed[key].trim()))
  return number ? `${number.label}: ${words.wholeNumber}` : null
}

/** Sends what was typed; where another desk was quicker, the next try is based on what that one wrote. */
function useSaving<R extends RecordKind, K extends string>({ writing, recordId, onClose }: RecordFormProps<R, K>) {
  const { kind, blank, typedOf, save } = writing
  const record = store.get(kind, recordId)
  const now = record && typedOf(record)
  const draft = useDraft<Typed<K>>(`readiness.${kind}.${now ? recordId : 'new'}`, now ?? blank)
  const [basedOn, setBasedOn] = useState(now ? store.seqOf(kind, recordId) : 0)
  const [refused, setRefused] = useState<string | null>(null)
  const [second, setSecond] = useState(false)
  const close = () => {
    draft.clear()
    onClose()
  }
  const send = async () => {
    const outcome = await save(recordId, draft.value, basedOn)
    if (outcome.kind !== 'refused') return close()
    setRefused(problemSentence(outcome.problem, 'ja'))
    setSecond(wasSecond(outcome))
    if (wasSecond(outcome)) setBasedOn(store.seqOf(kind, recordId))
  }
  return { now, draft, refused, second, close, send }
}

/** Writes a record of the set-up room; where another desk was quicker, both texts stand side by side. */
export function RecordForm<R extends RecordKind, K extends string>(props: RecordFormProps<R, K>) {
  const { titles, fields } = props.writing
  const { now, draft, refused, second, close, send } = useSaving(props)
  return (
    <Dialog
      open
      wide
      title={now ? titles.change : titles.fresh}
      onClose={close}
      closeLabel={words.cancel}
      actions={
        <Button variant="next" shortcut="Ctrl+Enter" onPress={send} disabledBecause={wrong(fields, draft.value)}>
          {words.save}
        </Button>
      }
    >
      {refused ? (
        <NoticeBanner tone="warning" live>
          {refused}
        </NoticeBanner>
      ) : null}
      {second && now ? (
        <BothTexts
          mine={draft.value}
          theirs={now}
          // Labels by the keys of the form's own fields.
          labels={Object.fromEntries(fields.map(({ key, label }) => [key, label])) as Labels<Typed<K>>}
          take={draft.change}
        />
      ) : null}
      <div class="form-grid">
        {fields.map((field, index) => (
          <Field
            key={field.key}
            field={field}
            value={draft.value[field.key]}
            first={index === 0}
            // The key is one of the form's own.
            change={(text) => draft.change({ [field.key]: text } as Partial<Typed<K>>)}
          />
        ))}
      </div>
    </Dialog>
  )
}
