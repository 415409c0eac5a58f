import { formatEra, parseDate } from '#shared/core/japanese-date.ts'
import {
  conditions,
  consents,
  isMinor,
  licenceChoices,
  type Mistake,
  plans,
  sexes,
  skillChoices,
  vehicleChoices,
} from '#shared/volunteers/reception-form.ts'
import { openDay } from '#web/center/selectors.ts'
import {
  cardWords,
  conditionWords,
  mistakeWords,
  planWords,
  sexWords,
  vehicleWords,
  proxyWords as words,
} from '#web/texts/reception.ts'
import { CheckField } from '#web/ui/check-field.tsx'
import { ChoiceField, ChoicesField } from '#web/ui/choice-field.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { TelField } from '#web/ui/tel-field.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'

/** What is being typed about a person at a desk; the same names as on the phone's form. */
export const emptyDetails = {
  name: '',
  nameKana: '',
  phone: '',
  birthDate: '',
  sex: '',
  emergencyName: '',
  emergencyPhone: '',
  emergencyRelation: '',
  insurance: '',
  joinedOn: '',
  health: '',
  healthNote: '',
  guardianConsent: '',
  vehicle: 'none',
  skills: [] as string[],
  licences: [] as string[],
  experience: '',
  affiliation: '',
  postalCode: '',
  address: '',
  email: '',
  consent: '',
}
export type TypedDetails = typeof emptyDetails

export interface Fields {
  typed: TypedDetails
  change: (part: Partial<TypedDetails>) => void
  mistakes: readonly Mistake[]
}

const errorOf = ({ mistakes }: Fields, field: string) => {
  const mistake = mistakes.find((one) => one.field === field)
  return mistake ? mistakeWords[mistake.reason] : null
}

const choices = <V extends string>(values: readonly V[], names: Record<V, string>) =>
  values.map((value) => ({ value, label: names[value] }))

/** Which id a field of the desk's form has; the error summary leads there. */
export const deskFieldId = (field: string) => `desk-${field}`

type LineName = {
  [K in keyof TypedDetails]: TypedDetails[K] extends string ? K : never
}[keyof TypedDetails]

/** What one line of the form needs, whatever it looks like. */
function lineOf(fields: Fields, name: LineName) {
  return {
    id: deskFieldId(name),
    value: fields.typed[name],
    error: errorOf(fields, name),
    onInput: (value: string) => fields.change({ [name]: value }),
  }
}

/** Who somebody is and how they are reached. */
export function WhoFields({ fields }: { fields: Fields }) {
  const line = (name: LineName) => lineOf(fields, name)
  return (
    <>
      <div class="form-grid">
        <TextField label={words.nameKana} required autoFocus {...line('nameKana')} />
        <TextField label={words.name} required {...line('name')} />
        <TelField label={words.phone} hint={words.noPhone} required {...line('phone')} />
        <DateField label={words.birthDate} required {...line('birthDate')} />
      </div>
      <ChoiceField
        label={words.sex}
        id={deskFieldId('sex')}
        value={fields.typed.sex}
        onChange={(sex) => fields.change({ sex })}
        options={choices(sexes, sexWords)}
      />
      <div class="form-grid">
        <TextField label={words.emergencyName} required {...line('emergencyName')} />
        <TelField label={words.emergencyPhone} required {...line('emergencyPhone')} />
        <TextField label={words.emergencyRelation} {...line('emergencyRelation')} />
      </div>
    </>
  )
}

const consentChoices = {
  given: cardWords.guardianGiven,
  accompanied: cardWords.guardianAccompanied,
  missing: cardWords.guardianMissing,
} as const

/** What is asked anew each day: insurance, health, and of minors their guardian's consent. */
export function TodayFields({ fields }: { fields: Fields }) {
  const { typed, change } = fields
  const day = openDay()
  const birthDate = parseDate(typed.birthDate, day?.date).date ?? ''
  const minor = day !== undefined && isMinor(birthDate, day.date)
  return (
    <>
      {minor && (
        <ChoiceField
          label={`${words.guardian} ${formatEra(birthDate)}`}
          id={deskFieldId('guardianConsent')}
          value={typed.guardianConsent}
          onChange={(guardianConsent) => change({ guardianConsent })}
          options={choices(consents, consentChoices)}
        />
      )}
      <ChoiceField
        label={words.insurance}
        id={deskFieldId('insurance')}
        required
        error={errorOf(fields, 'insurance')}
        value={typed.insurance}
        onChange={(insurance) => change({ insurance })}
        options={choices(plans, planWords)}
      />
      {typed.insurance !== '' && typed.insurance !== 'none' && (
        <DateField label={words.joinedOn} {...lineOf(fields, 'joinedOn')} />
      )}
      <ChoiceField
        label={words.health}
        id={deskFieldId('health')}
        required
        error={errorOf(fields, 'health')}
        value={typed.health}
        onChange={(health) => change({ health })}
        options={choices(conditions, conditionWords)}
      />
      {typed.health === 'concern' && (
        <TextArea label={words.healthNote} rows={2} maxLength={300} {...lineOf(fields, 'healthNote')} />
      )}
    </>
  )
}

const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** What may be left out: vehicle, skills, where somebody lives. */
export function MoreFields({ fields }: { fields: Fields }) {
  const { typed, change } = fields
  return (
    <details class="reception-more">
      <summary>{words.more}</summary>
      <div class="stack">
        <ChoiceField
          label={words.vehicle}
          id={deskFieldId('vehicle')}
          value={typed.vehicle}
          onChange={(vehicle) => change({ vehicle })}
          options={choices(vehicleChoices, vehicleWords)}
        />
        <ChoicesField
          label={words.skills}
          id={deskFieldId('skills')}
          values={typed.skills}
          onChange={(skills) => change({ skills })}
          options={same(skillChoices)}
        />
        <ChoicesField
          label={words.licences}
          id={deskFieldId('licences')}
          values={typed.licences}
          onChange={(licences) => change({ licences })}
          options={same(licenceChoices)}
        />
        <CheckField
          label={words.experience}
          id={deskFieldId('experience')}
          checked={typed.experience !== ''}
          onChange={(checked) => change({ experience: checked ? 'yes' : '' })}
        />
        <div class="form-grid">
          <TextField label={words.affiliation} {...lineOf(fields, 'affiliation')} />
          <TextField label={words.postalCode} {...lineOf(fields, 'postalCode')} />
          <TextField label={words.address} {...lineOf(fields, 'address')} />
          <TextField label={words.email} kind="email" {...lineOf(fields, 'email')} />
        </div>
      </div>
    </details>
  )
}
