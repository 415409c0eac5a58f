import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { registrationText } from '#shared/core/check-digit.ts'
import { newId } from '#shared/core/ids.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import type { RegisteredPerson } from '#shared/roster/reads.ts'
import type { Registration } from '#shared/roster/registration.ts'
import { readRegistration, toolChoices } from '#shared/roster/registration-form.ts'
import { rosterConsentVersion, rosterConsentWordings } from '#shared/texts/roster-consent.ts'
import { licenceChoices, type Mistake, sexes, skillChoices, vehicleChoices } from '#shared/volunteers/reception-form.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { wasSecond } from '#web/center/differences.ts'
import { mistakeWords, sexWords, vehicleWords } from '#web/texts/reception.ts'
import { rosterWords, rosterFormWords as words } from '#web/texts/roster.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { ChoiceField, ChoicesField } from '#web/ui/choice-field.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { TelField } from '#web/ui/tel-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'
import { contactLabels, personLabels, personValues } from './compared-fields.ts'
import { DoublesOfForm } from './doubles-of-form.tsx'
import { emptySaid, errorOf, rosterFieldId, SaidFields, same } from './form-fields.tsx'
import { today } from './person-detail.tsx'
import { act, changes, said as told } from './roster-acts.ts'
import { show } from './shown.ts'
import { useAnswer } from './use-answer.ts'

const emptyForm = {
  ...emptySaid,
  name: '',
  nameKana: '',
  phone: '',
  birthDate: '',
  sex: '',
  email: '',
  postalCode: '',
  address: '',
  affiliation: '',
  emergencyName: '',
  emergencyPhone: '',
  emergencyRelation: '',
  skills: [] as string[],
  licences: [] as string[],
  vehicle: 'none',
  experience: '',
  languages: '',
  consent: '',
  /** Whom staff chose of the likely doubles: somebody's id, 'another', or not yet. */
  decided: '',
  decidedName: '',
  basedOnSeq: 0,
}
type TypedForm = typeof emptyForm

interface Fields {
  typed: TypedForm
  change: (part: Partial<TypedForm>) => void
  mistakes: readonly Mistake[]
}

type LineName = { [K in keyof TypedForm]: TypedForm[K] extends string ? K : never }[keyof TypedForm]

const lineOf = ({ typed, change, mistakes }: Fields, name: LineName) => ({
  id: rosterFieldId(name),
  value: typed[name],
  error: errorOf(mistakes, name),
  onInput: (value: string) => change({ [name]: value }),
})

function WhoFields({ fields, withContact }: { fields: Fields; withContact: boolean }) {
  const line = (name: LineName) => lineOf(fields, name)
  return (
    <section class="form-part">
      <h4>{words.who}</h4>
      <div class="form-grid">
        <TextField label={words.nameKana} required autoFocus {...line('nameKana')} />
        <TextField label={words.name} required {...line('name')} />
        {withContact && (
          <>
            <TelField label={words.phone} required {...line('phone')} />
            <DateField label={words.birthDate} required {...line('birthDate')} />
            <TextField label={words.postalCode} {...line('postalCode')} />
            <TextField label={words.address} {...line('address')} />
            <TextField label={words.email} kind="email" {...line('email')} />
          </>
        )}
        <TextField label={words.affiliation} {...line('affiliation')} />
      </div>
      {withContact ? <ContactMore fields={fields} /> : <p class="quiet">{words.contactHidden}</p>}
    </section>
  )
}

function ContactMore({ fields }: { fields: Fields }) {
  const line = (name: LineName) => lineOf(fields, name)
  return (
    <>
      <ChoiceField
        label={words.sex}
        id={rosterFieldId('sex')}
        value={fields.typed.sex}
        onChange={(sex) => fields.change({ sex })}
        options={sexes.map((value) => ({ value, label: sexWords[value] }))}
      />
      <h4>{words.emergency}</h4>
      <div class="form-grid">
        <TextField label={words.emergencyName} required {...line('emergencyName')} />
        <TelField label={words.emergencyPhone} required {...line('emergencyPhone')} />
        <TextField label={words.emergencyRelation} {...line('emergencyRelation')} />
      </div>
    </>
  )
}

function CanFields({ fields }: { fields: Fields }) {
  const { typed, change } = fields
  return (
    <section class="form-part">
      <h4>{words.can}</h4>
      <ChoicesField
        label={words.skills}
        id={rosterFieldId('skills')}
        values={typed.skills}
        onChange={(skills) => change({ skills })}
        options={same(skillChoices)}
      />
      <ChoicesField
        label={words.licences}
        id={rosterFieldId('licences')}
        values={typed.licences}
        onChange={(licences) => change({ licences })}
        options={same(licenceChoices)}
      />
      <ChoiceField
        label={words.vehicle}
        id={rosterFieldId('vehicle')}
        value={typed.vehicle}
        onChange={(vehicle) => change({ vehicle })}
        options={vehicleChoices.map((value) => ({ value, label: vehicleWords[value] }))}
      />
      <TextField label={words.languages} {...lineOf(fields, 'languages')} />
      <CheckField
        label={words.experience}
        id={rosterFieldId('experience')}
        checked={typed.experience !== ''}
        onChange={(checked) => change({ experience: checked ? 'yes' : '' })}
      />
    </section>
  )
}

function ConsentFields({ typed, change, mistakes }: Fields) {
  return (
    <>
      <details class="roster-fold">
        <summary>{words.readConsent}</summary>
        <ol>
          {rosterConsentWordings[rosterConsentVersion]?.ja.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
      <CheckField
        label={words.consent}
        id={rosterFieldId('consent')}
        required
        error={errorOf(mistakes, 'consent')}
        checked={typed.consent !== ''}
        onChange={(checked) => change({ consent: checked ? 'yes' : '' })}
      />
    </>
  )
}

interface ShellProps {
  title: string
  submitWord: string
  fields: Fields
  attempt: number
  withContact: boolean
  asksConsent: boolean
  onSubmit: () => Promise<void>
  onCancel: () => void
  /** Another's text beside this one, where somebody was quicker. */
  both?: ComponentChildren
}

/** The form itself, for a new registration and for a correction. */
function FormShell(props: ShellProps) {
  const { fields } = props
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void props.onSubmit()
      }}
    >
      <h3>{props.title}</h3>
      {props.both}
      {props.asksConsent && <DoublesOfForm typed={fields.typed} change={fields.change} />}
      <WhoFields fields={fields} withContact={props.withContact} />
      <CanFields fields={fields} />
      <section class="form-part">
        <h4>{words.wishes}</h4>
        <SaidFields {...fields} />
      </section>
      {props.asksConsent && <ConsentFields {...fields} />}
      <ErrorSummary
        attempt={props.attempt}
        errors={fields.mistakes.map(({ field, reason }) => ({
          fieldId: rosterFieldId(field),
          message: mistakeWords[reason],
        }))}
      />
      <div class="actions">
        <Button variant="next" type="submit" large>
          {props.submitWord}
        </Button>
        <Button onPress={props.onCancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}

/** 新しく登録: one person keyed in by staff; what was typed stays through a reload and a refusal. */
export function NewPerson() {
  const draft = useDraft('roster.new', emptyForm)
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([])
  const [attempt, setAttempt] = useState(0)
  const submit = async () => {
    const { basedOnSeq: _, ...typed } = draft.value
    const read = readRegistration(typed, today())
    setMistakes(read.mistakes)
    setAttempt(attempt + 1)
    if (read.mistakes.length > 0) return
    const { decided } = draft.value
    const outcome = await act('roster.registerPerson', {
      ...read.said,
      personId: newId(),
      note: read.note,
      consentVersion: rosterConsentVersion,
      knownPersonId: decided === '' || decided === 'another' ? null : decided,
      isAnother: decided === 'another',
    })
    if (outcome.kind === 'refused') return
    draft.clear()
    if (outcome.kind !== 'done') return show({ kind: 'nothing' })
    // What the handler answers to this very command.
    const { personId, number } = outcome.answer as { personId: string; number: number }
    told.value = { tone: 'information', text: words.saved(registrationText('person', number)) }
    show({ kind: 'person', id: personId })
  }
  const cancel = () => {
    draft.clear()
    show({ kind: 'nothing' })
  }
  return (
    <FormShell
      title={words.title}
      submitWord={words.submit}
      fields={{ typed: draft.value, change: draft.change, mistakes }}
      attempt={attempt}
      withContact
      asksConsent
      onSubmit={submit}
      onCancel={cancel}
    />
  )
}

function typedRegistration(registration: Registration): Partial<TypedForm> {
  const { areas, days, tools, languages, insurance, note } = registration
  const offered: readonly string[] = toolChoices
  return {
    areas: [...areas],
    days: [...days],
    tools: tools.filter((one) => offered.includes(one)),
    otherTools: tools.filter((one) => !offered.includes(one)).join('、'),
    languages: languages.join('、'),
    insurance: insurance.plan,
    joinedOn: insurance.joinedOn ?? '',
    note,
  }
}

/** What is stored, as the form shows it. */
function typedFrom({ person, contact, emergency, registration, seq }: RegisteredPerson): TypedForm {
  return {
    ...emptyForm,
    name: person.name,
    nameKana: person.nameKana,
    affiliation: person.affiliation,
    skills: [...person.skills],
    licences: [...person.licences],
    vehicle: person.vehicle,
    experience: person.experience ? 'yes' : '',
    ...(contact && { ...contact, phone: formatPhone(contact.phone) }),
    ...(emergency && {
      emergencyName: emergency.name,
      emergencyPhone: formatPhone(emergency.phone),
      emergencyRelation: emergency.relation,
    }),
    ...(registration && typedRegistration(registration)),
    basedOnSeq: seq,
  }
}

/** What stands in the way of a correction: fields this desk does not see are not asked for. */
const ofContact = ['phone', 'birthDate', 'email', 'emergencyName', 'emergencyPhone', 'consent']

function Change({ whole }: { whole: RegisteredPerson }) {
  const { person, registration } = whole
  const draft = useDraft(`roster.change.${person.id}`, typedFrom(whole))
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([])
  const [attempt, setAttempt] = useState(0)
  const [second, setSecond] = useState(false)
  const withContact = whole.contact !== null
  const code = registrationText('person', registration?.number ?? 0)
  const back = () => {
    draft.clear()
    show({ kind: 'person', id: person.id })
  }
  const submit = async () => {
    const { basedOnSeq: began, ...typed } = draft.value
    const read = readRegistration({ ...typed, consent: 'yes' }, today())
    const found = withContact ? read.mistakes : read.mistakes.filter(({ field }) => !ofContact.includes(field))
    setMistakes(found)
    setAttempt(attempt + 1)
    if (found.length > 0) return
    const outcome = await act('roster.changePerson', {
      personId: person.id,
      person: read.said.person,
      contact: withContact ? read.said.contact : null,
      emergency: withContact ? read.said.emergency : null,
      said: read.said.said,
      note: read.note,
      // Whoever has been shown the other's text goes on from there.
      basedOnSeq: second ? Math.max(began, whole.seq) : began,
    })
    setSecond(wasSecond(outcome))
    if (wasSecond(outcome)) changes.value++
    if (outcome.kind === 'refused') return
    if (outcome.kind === 'done') told.value = { tone: 'information', text: words.changed(code) }
    back()
  }
  return (
    <FormShell
      title={words.changeTitle(code)}
      submitWord={words.save}
      fields={{ typed: draft.value, change: draft.change, mistakes }}
      attempt={attempt}
      withContact={withContact}
      asksConsent={false}
      both={
        second && (
          <BothTexts
            mine={draft.value}
            theirs={typedFrom(whole)}
            labels={withContact ? { ...personLabels, ...contactLabels } : personLabels}
            values={personValues}
            take={draft.change}
          />
        )
      }
      onSubmit={submit}
      onCancel={back}
    />
  )
}

/** 内容を直す: what is stored is fetched first. */
export function ChangePerson({ personId }: { personId: string }) {
  const reply = useAnswer('roster.registrationOf', { personId }, changes.value)
  if (reply === null) return <p role="status">{rosterWords.loading}</p>
  if (reply.kind !== 'done' || !reply.body.registration) return <EmptyState title={rosterWords.noLine} />
  return <Change whole={reply.body} />
}
