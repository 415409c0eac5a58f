import { useState } from 'preact/hooks'
import type { Staff } from '#shared/access/staff.ts'
import { newId } from '#shared/core/ids.ts'
import { deskLabel } from '#shared/texts/desk-names.ts'
import { PinField } from '#web/access/pin-field.tsx'
import { type Outcome, send } from '#web/core/send.ts'
import { session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { MoreRows, useBounded } from '#web/ui/bounded-list.tsx'
import { Button } from '#web/ui/button.tsx'
import { ChoicesField } from '#web/ui/choice-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

/** A desk that a person may be given, with what it is called. */
interface DeskOption {
  value: string
  label: string
}

const labelIn = (options: readonly DeskOption[]) => (name: string) =>
  options.find(({ value }) => value === name)?.label ?? deskLabel(name)

/** What an outcome says to the person who pressed; '' when it was simply done. */
function saidOf(outcome: Outcome, done: string): string {
  if (outcome.kind === 'refused') return problemSentence(outcome.problem, 'ja')
  return outcome.kind === 'kept' ? accessTexts.kept : done
}

interface DeskChoiceProps {
  desks: readonly DeskOption[]
  values: readonly string[]
  onChange: (values: string[]) => void
  error?: string | null
}

function DeskChoice({ desks: options, ...field }: DeskChoiceProps) {
  return <ChoicesField {...field} label={accessTexts.desks} hint={accessTexts.desksHint} options={options} />
}

function AddStaff({ desks: options }: { desks: readonly DeskOption[] }) {
  const only = options.length === 1 ? options.map(({ value }) => value) : []
  const draft = useDraft('addStaff', { name: '', desks: only })
  const [pin, setPin] = useState('')
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState('')
  const { name, desks } = draft.value
  const errors = {
    name: name.trim() ? null : accessTexts.needName,
    desks: desks.length > 0 ? null : accessTexts.needDesk,
    pin: pin.length === 6 ? null : accessTexts.needPin,
  }
  const add = async () => {
    setTried(true)
    if (Object.values(errors).some((error) => error !== null)) return
    const outcome = await send('access.addStaff', { staffId: newId(), name, pin, deskNames: desks }, { secret: true })
    setSaid(saidOf(outcome, accessTexts.added(name.trim())))
    if (outcome.kind !== 'done') return
    draft.clear()
    setPin('')
    setTried(false)
  }
  return (
    <form class="form-part" noValidate onSubmit={(event) => event.preventDefault()}>
      <h3>{accessTexts.addStaff}</h3>
      <div class="form-grid">
        <TextField
          id="staffName"
          label={accessTexts.name}
          hint={accessTexts.nameHint}
          maxLength={30}
          value={name}
          onInput={(value) => draft.change({ name: value })}
          error={tried ? errors.name : null}
        />
        <PinField
          id="staffPin"
          label={accessTexts.newPin}
          hint={accessTexts.newPinHint}
          value={pin}
          onInput={setPin}
          error={tried ? errors.pin : null}
        />
      </div>
      {options.length > 1 ? (
        <DeskChoice
          desks={options}
          values={desks}
          onChange={(values) => draft.change({ desks: values })}
          error={tried ? errors.desks : null}
        />
      ) : null}
      <p role="status">{said}</p>
      <Button type="submit" onPress={add}>
        {accessTexts.add}
      </Button>
    </form>
  )
}

type Editing = { staff: Staff; what: 'desks' | 'pin' | 'retire' }

interface EditProps extends Editing {
  desks: readonly DeskOption[]
  onDone: (said: string) => void
}

/** One change of one person, in a dialog; a refusal stays in it beside what was chosen. */
function EditStaff({ staff, what, desks: options, onDone }: EditProps) {
  const [desks, setDesks] = useState([...staff.deskNames])
  const [pin, setPin] = useState('')
  const [said, setSaid] = useState('')
  const staffId = staff.id
  const acts = {
    desks: () => send('access.assignDesks', { staffId, deskNames: desks }),
    pin: () => send('access.changePin', { staffId, pin }, { secret: true }),
    retire: () => send('access.retireStaff', { staffId }),
  }
  const titles = { desks: staff.name, pin: staff.name, retire: accessTexts.retireTitle(staff.name) }
  const press = async () => {
    const outcome = await acts[what]()
    if (outcome.kind === 'refused') return setSaid(saidOf(outcome, ''))
    onDone(saidOf(outcome, what === 'pin' ? accessTexts.pinChanged(staff.name) : ''))
  }
  const act = (
    <Button
      variant={what === 'retire' ? 'danger' : 'next'}
      onPress={press}
      disabledBecause={what === 'pin' && pin.length < 6 ? accessTexts.needPin : null}
    >
      {what === 'retire' ? accessTexts.retire : accessTexts.save}
    </Button>
  )
  return (
    <Dialog open title={titles[what]} onClose={() => onDone('')} actions={act}>
      {what === 'desks' ? <DeskChoice desks={options} values={desks} onChange={setDesks} /> : null}
      {what === 'pin' ? (
        <PinField label={accessTexts.newPin} hint={accessTexts.newPinHint} value={pin} onInput={setPin} autoFocus />
      ) : null}
      {what === 'retire' ? <p>{accessTexts.retireWords}</p> : null}
      <p role="status" class="field-error-text">
        {said}
      </p>
    </Dialog>
  )
}

/** 担当者: who may sit at which desk. `desks` are those that this center has. */
export function StaffSection({ desks: options }: { desks: readonly DeskOption[] }) {
  const [editing, setEditing] = useState<Editing | null>(null)
  const [said, setSaid] = useState('')
  const everyone = store.all('staff').filter(({ status }) => status === 'active')
  const { shown, left, onMore } = useBounded(everyone)
  const edit = (staff: Staff, what: Editing['what']) => () => setEditing({ staff, what })
  return (
    <div class="stack">
      <ul class="staff-list">
        {shown.map((staff) => (
          <li key={staff.id}>
            <span class="staff-name">
              <strong>{staff.name}</strong>
              {staff.id === session.value?.staff?.staffId ? <span class="quiet"> ({accessTexts.you})</span> : null}
              <span class="staff-desks">{staff.deskNames.map(labelIn(options)).join('・') || accessTexts.noDesk}</span>
            </span>
            <span class="actions">
              {options.length > 1 ? (
                <Button label={`${staff.name} ${accessTexts.change}`} onPress={edit(staff, 'desks')}>
                  {accessTexts.change}
                </Button>
              ) : null}
              <Button label={`${staff.name} ${accessTexts.changePin}`} onPress={edit(staff, 'pin')}>
                {accessTexts.changePin}
              </Button>
              <Button label={`${staff.name} ${accessTexts.retire}`} onPress={edit(staff, 'retire')}>
                {accessTexts.retire}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <MoreRows left={left} onMore={onMore} />
      <p role="status">{said}</p>
      <AddStaff desks={options} />
      {editing ? (
        <EditStaff
          {...editing}
          desks={options}
          onDone={(words) => {
            setSaid(words)
            setEditing(null)
          }}
        />
      ) : null}
    </div>
  )
}
