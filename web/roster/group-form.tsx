import { useState } from 'preact/hooks'
import { registrationText } from '#shared/core/check-digit.ts'
import { newId } from '#shared/core/ids.ts'
import { formatPhone } from '#shared/core/phone-number.ts'
import { readGroup, type TypedVehicle } from '#shared/roster/group-form.ts'
import { groupKinds } from '#shared/roster/group-kinds.ts'
import type { WholeGroup } from '#shared/roster/reads.ts'
import { toolChoices } from '#shared/roster/registration-form.ts'
import { rosterConsentVersion } from '#shared/texts/roster-consent.ts'
import { type Mistake, skillChoices } from '#shared/volunteers/reception-form.ts'
import { BothTexts } from '#web/center/both-texts.tsx'
import { wasSecond } from '#web/center/differences.ts'
import type { Outcome } from '#web/core/send.ts'
import { mistakeWords } from '#web/texts/reception.ts'
import { groupKindWords, groupVehicleWords, rosterWords, rosterFormWords as words } from '#web/texts/roster.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckField } from '#web/ui/check-field.tsx'
import { ChoiceField, ChoicesField } from '#web/ui/choice-field.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { TelField } from '#web/ui/tel-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'
import { groupLabels, groupValues } from './compared-fields.ts'
import { emptySaid, errorOf, rosterFieldId, SaidFields, same } from './form-fields.tsx'
import { today } from './person-detail.tsx'
import { act, changes, said as told } from './roster-acts.ts'
import { show } from './shown.ts'
import { useAnswer } from './use-answer.ts'

const emptyGroup = {
  ...emptySaid,
  name: '',
  nameKana: '',
  kind: 'school',
  headcount: '',
  skills: [] as string[],
  leaderName: '',
  leaderKana: '',
  phone: '',
  email: '',
  address: '',
  consent: '',
}
type TypedGroup = typeof emptyGroup
const emptyDraft = { form: emptyGroup, vehicles: [] as TypedVehicle[], basedOnSeq: 0 }

interface Fields {
  typed: TypedGroup
  change: (part: Partial<TypedGroup>) => void
  mistakes: readonly Mistake[]
  withContact: boolean
}

function AboutFields({ typed, change, mistakes, withContact }: Fields) {
  type LineName = { [K in keyof TypedGroup]: TypedGroup[K] extends string ? K : never }[keyof TypedGroup]
  const line = (name: LineName) => ({
    id: rosterFieldId(name),
    value: typed[name],
    error: errorOf(mistakes, name),
    onInput: (value: string) => change({ [name]: value }),
  })
  return (
    <>
      <div class="form-grid">
        <TextField label={words.nameKana} autoFocus {...line('nameKana')} />
        <TextField label={words.groupName} required {...line('name')} />
        <TextField label={words.headcount} required inputMode="numeric" {...line('headcount')} />
      </div>
      <ChoiceField
        label={words.kind}
        id={rosterFieldId('kind')}
        value={typed.kind}
        onChange={(kind) => change({ kind })}
        options={groupKinds.map((value) => ({ value, label: groupKindWords[value] }))}
      />
      {withContact ? (
        <div class="form-grid">
          <TextField label={words.leaderKana} {...line('leaderKana')} />
          <TextField label={words.leaderName} required {...line('leaderName')} />
          <TelField label={words.phone} required {...line('phone')} />
          <TextField label={words.email} kind="email" {...line('email')} />
          <TextField label={words.address} {...line('address')} />
        </div>
      ) : (
        <p class="quiet">{words.contactHidden}</p>
      )}
      <ChoicesField
        label={words.skills}
        id={rosterFieldId('skills')}
        values={typed.skills}
        onChange={(skills) => change({ skills })}
        options={same(skillChoices)}
      />
    </>
  )
}

const kinds = Object.entries(groupVehicleWords).map(([value, label]) => ({ value, label }))

interface VehiclesProps {
  vehicles: readonly TypedVehicle[]
  change: (vehicles: TypedVehicle[]) => void
}

/** The group's vehicles, a line for each kind. */
function Vehicles({ vehicles, change }: VehiclesProps) {
  const set = (index: number, part: Partial<TypedVehicle>) =>
    change(vehicles.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <fieldset class="field" id={rosterFieldId('vehicles')}>
      <legend class="field-label">{words.vehicles}</legend>
      {vehicles.map((vehicle, index) => (
        <div class="toolbar" key={vehicle.key}>
          <SelectField
            label={words.vehicleKind}
            value={vehicle.kind}
            emptyLabel=""
            onChange={(kind) => set(index, { kind })}
            options={kinds}
          />
          <TextField label={words.count} value={vehicle.count} onInput={(count) => set(index, { count })} />
          <TextField label={words.seats} value={vehicle.seats} onInput={(seats) => set(index, { seats })} />
          <CheckField label={words.mayMove} checked={vehicle.mayMove} onChange={(mayMove) => set(index, { mayMove })} />
          <Button onPress={() => change(vehicles.filter((_, at) => at !== index))}>{words.removeVehicle}</Button>
        </div>
      ))}
      {vehicles.length < 7 && (
        <Button
          onPress={() =>
            change([...vehicles, { key: newId(), kind: 'microbus', count: '1', seats: '', mayMove: false }])
          }
        >
          {words.addVehicle}
        </Button>
      )}
    </fieldset>
  )
}

const kindNames: Readonly<Record<string, string>> = groupVehicleWords

const vehicleText = ({ kind, count, seats }: TypedVehicle) =>
  `${kindNames[kind] ?? kind} ${count}（${words.seats} ${seats}）`

interface BothProps {
  mine: typeof emptyDraft
  theirs: typeof emptyDraft
  change: (part: Partial<typeof emptyDraft>) => void
}

/** What another desk wrote of the group meanwhile, beside what is typed here. */
function BothGroups({ mine, theirs, change }: BothProps) {
  const listed = ({ form, vehicles }: typeof emptyDraft) => ({ ...form, vehicles: vehicles.map(vehicleText) })
  const take = ({ vehicles, ...part }: Partial<ReturnType<typeof listed>>) =>
    change(vehicles ? { vehicles: theirs.vehicles } : { form: { ...mine.form, ...part } })
  return <BothTexts mine={listed(mine)} theirs={listed(theirs)} labels={groupLabels} values={groupValues} take={take} />
}

interface GroupFormProps {
  draftKey: string
  initial: typeof emptyDraft
  title: string
  isNew: boolean
  withContact: boolean
  save: (read: ReturnType<typeof readGroup>, basedOnSeq: number) => Promise<Outcome>
  onCancel: () => void
}

function GroupForm(props: GroupFormProps) {
  const { isNew, withContact } = props
  const draft = useDraft(props.draftKey, props.initial)
  const { form, vehicles, basedOnSeq } = draft.value
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([])
  const [attempt, setAttempt] = useState(0)
  const [second, setSecond] = useState(false)
  const change = (part: Partial<TypedGroup>) => draft.change({ form: { ...form, ...part } })
  const submit = async () => {
    const read = readGroup({ ...form, consent: isNew ? form.consent : 'yes' }, vehicles, today(), withContact)
    setMistakes(read.mistakes)
    setAttempt(attempt + 1)
    if (read.mistakes.length > 0) return
    // Whoever has been shown the other's text goes on from there.
    const outcome = await props.save(read, second ? Math.max(basedOnSeq, props.initial.basedOnSeq) : basedOnSeq)
    setSecond(wasSecond(outcome))
    if (wasSecond(outcome)) changes.value++
    if (outcome.kind !== 'refused') draft.clear()
  }
  const cancel = () => {
    draft.clear()
    props.onCancel()
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>{props.title}</h3>
      {second && <BothGroups mine={draft.value} theirs={props.initial} change={draft.change} />}
      <AboutFields typed={form} change={change} mistakes={mistakes} withContact={withContact} />
      <Vehicles vehicles={vehicles} change={(all) => draft.change({ vehicles: all })} />
      <SaidFields typed={form} change={change} mistakes={mistakes} />
      {isNew && (
        <CheckField
          label={words.consent}
          id={rosterFieldId('consent')}
          required
          error={errorOf(mistakes, 'consent')}
          checked={form.consent !== ''}
          onChange={(checked) => change({ consent: checked ? 'yes' : '' })}
        />
      )}
      <ErrorSummary
        attempt={attempt}
        errors={mistakes.map((one) => ({ fieldId: rosterFieldId(one.field), message: mistakeWords[one.reason] }))}
      />
      <div class="actions">
        <Button variant="next" type="submit" large>
          {isNew ? words.submit : words.save}
        </Button>
        <Button onPress={cancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}

/** 団体を登録. */
export function NewGroup() {
  const save = async ({ group, contact }: ReturnType<typeof readGroup>) => {
    const groupId = newId()
    const input = { groupId, group, contact, consentVersion: rosterConsentVersion }
    const outcome = await act('roster.registerGroup', input)
    if (outcome.kind === 'kept') show({ kind: 'nothing' })
    if (outcome.kind === 'done') {
      // What the handler answers to this very command.
      const { number } = outcome.answer as { number: number }
      told.value = { tone: 'information', text: words.saved(registrationText('group', number)) }
      show({ kind: 'group', id: groupId })
    }
    return outcome
  }
  return (
    <GroupForm
      draftKey="roster.newGroup"
      initial={emptyDraft}
      title={words.groupTitle}
      isNew
      withContact
      save={save}
      onCancel={() => show({ kind: 'nothing' })}
    />
  )
}

function draftFrom({ group, contact, seq }: WholeGroup): typeof emptyDraft {
  const offered: readonly string[] = toolChoices
  return {
    form: {
      ...emptyGroup,
      name: group.name,
      nameKana: group.nameKana,
      kind: group.kind,
      headcount: String(group.usualHeadcount),
      skills: [...group.skills],
      ...(contact && { ...contact, phone: formatPhone(contact.phone) }),
      areas: [...group.areas],
      days: [...group.days],
      tools: group.tools.filter((one) => offered.includes(one)),
      otherTools: group.tools.filter((one) => !offered.includes(one)).join('、'),
      insurance: group.insurance.plan,
      joinedOn: group.insurance.joinedOn ?? '',
      note: group.note,
    },
    vehicles: group.vehicles.map(({ kind, count, seats, mayMoveOnSite }) => ({
      key: kind,
      kind,
      count: String(count),
      seats: String(seats),
      mayMove: mayMoveOnSite,
    })),
    basedOnSeq: seq,
  }
}

/** 団体の内容を直す. */
export function ChangeGroup({ groupId }: { groupId: string }) {
  const reply = useAnswer('roster.groupOf', { groupId }, changes.value)
  if (reply === null) return <p role="status">{rosterWords.loading}</p>
  if (reply.kind !== 'done') return <EmptyState title={rosterWords.noLine} />
  const whole = reply.body
  const code = registrationText('group', whole.group.number)
  const back = () => show({ kind: 'group', id: groupId })
  const save = async ({ group, contact }: ReturnType<typeof readGroup>, basedOnSeq: number) => {
    const sent = { groupId, group, contact: whole.contact ? contact : null, basedOnSeq }
    const outcome = await act('roster.changeGroup', sent)
    if (outcome.kind === 'done') told.value = { tone: 'information', text: words.changed(code) }
    if (outcome.kind !== 'refused') back()
    return outcome
  }
  return (
    <GroupForm
      draftKey={`roster.changeGroup.${groupId}`}
      initial={draftFrom(whole)}
      title={words.changeTitle(code)}
      isNew={false}
      withContact={whole.contact !== null}
      save={save}
      onCancel={back}
    />
  )
}
