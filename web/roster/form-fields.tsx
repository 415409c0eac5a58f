import { areaNames, slots, toolChoices } from '#shared/roster/registration-form.ts'
import type { Mistake } from '#shared/volunteers/reception-form.ts'
import { plans } from '#shared/volunteers/reception-form.ts'
import { mistakeWords, planWords } from '#web/texts/reception.ts'
import { slotWord, rosterFormWords as words } from '#web/texts/roster.ts'
import { ChoiceField, ChoicesField } from '#web/ui/choice-field.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'

/** What is typed of places, days, tools and insurance, of persons and groups alike. */
export const emptySaid = {
  areas: [] as string[],
  days: [] as string[],
  tools: [] as string[],
  otherTools: '',
  insurance: '',
  joinedOn: '',
  note: '',
}
type TypedSaid = typeof emptySaid

export interface SaidProps {
  typed: TypedSaid
  change: (part: Partial<TypedSaid>) => void
  mistakes: readonly Mistake[]
}

export const rosterFieldId = (field: string) => `roster-${field}`

export const errorOf = (mistakes: readonly Mistake[], field: string) => {
  const mistake = mistakes.find((one) => one.field === field)
  return mistake ? mistakeWords[mistake.reason] : null
}

export const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** Where, when and with what somebody can come; insurance of the year. */
export function SaidFields(props: SaidProps) {
  const { typed, change, mistakes } = props
  return (
    <>
      <ChoicesField
        label={words.days}
        id={rosterFieldId('days')}
        values={typed.days}
        onChange={(days) => change({ days })}
        options={slots.map((value) => ({ value, label: slotWord(value) }))}
      />
      <details class="roster-fold">
        <summary>
          {words.areas} <strong>{words.areasChosen(typed.areas.length)}</strong>
        </summary>
        <ChoicesField
          label={words.areas}
          hideLabel
          id={rosterFieldId('areas')}
          values={typed.areas}
          onChange={(areas) => change({ areas })}
          options={same(areaNames)}
        />
      </details>
      <ToolFields {...props} />
      <InsuranceFields {...props} />
      <TextArea
        label={words.note}
        id={rosterFieldId('note')}
        rows={2}
        maxLength={300}
        value={typed.note}
        error={errorOf(mistakes, 'note')}
        onInput={(note) => change({ note })}
      />
    </>
  )
}

function ToolFields({ typed, change, mistakes }: SaidProps) {
  return (
    <>
      <ChoicesField
        label={words.tools}
        id={rosterFieldId('tools')}
        values={typed.tools}
        onChange={(tools) => change({ tools })}
        options={same(toolChoices)}
      />
      <TextField
        label={words.otherTools}
        id={rosterFieldId('otherTools')}
        value={typed.otherTools}
        error={errorOf(mistakes, 'otherTools')}
        onInput={(otherTools) => change({ otherTools })}
      />
    </>
  )
}

function InsuranceFields({ typed, change, mistakes }: SaidProps) {
  return (
    <>
      <ChoiceField
        label={words.insurance}
        id={rosterFieldId('insurance')}
        required
        error={errorOf(mistakes, 'insurance')}
        value={typed.insurance}
        onChange={(insurance) => change({ insurance })}
        options={plans.map((value) => ({ value, label: planWords[value] }))}
      />
      {typed.insurance !== '' && typed.insurance !== 'none' && (
        <DateField
          label={words.joinedOn}
          id={rosterFieldId('joinedOn')}
          value={typed.joinedOn}
          error={errorOf(mistakes, 'joinedOn')}
          onInput={(joinedOn) => change({ joinedOn })}
        />
      )}
    </>
  )
}
