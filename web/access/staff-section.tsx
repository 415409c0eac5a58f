import { useState } from 'preact/hooks'
import type { Staff } from '#shared/access/staff.ts'
import { newId } from '#shared/core/ids.ts'
import { deskLabel } from '#shared/texts/desk-names.ts'
import { BadgeDialog, makeBadge } from '#web/access/badge-dialog.tsx'
import { PinField } from '#web/access/pin-field.tsx'
import { signInRuleNow } from '#web/access/sign-in-rule.ts'
import { SignInRuleSection } from '#web/access/sign-in-rule-section.tsx'
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

interface AddProps {
  desks: readonly DeskOption[]
  /** Somebody new stands there: their badge is shown at once, where this center works with badges. */
  onAdded: (person: { staffId: string; name: string; deskNames: readonly string[] }) => Promise<void>
}

const addMistakes = (name: string, desks: readonly string[], pin: string) => ({
  name: name.trim() ? null : accessTexts.needName,
  desks: desks.length > 0 ? null : accessTexts.needDesk,
  pin: pin.length === 6 ? null : accessTexts.needPin,
})

function AddStaff({ desks: options, onAdded }: AddProps) {
  const only = options.length === 1 ? options.map(({ value }) => value) : []
  const draft = useDraft('addStaff', { name: '', desks: only })
  const [pin, setPin] = useState('')
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState('')
  const { name, desks } = draft.value
  const errors = addMistakes(name, desks, pin)
  const add = async () => {
    setTried(true)
    if (Object.values(errors).some((error) => error !== null)) return
    const added = { staffId: newId(), name: name.trim(), deskNames: desks }
    const outcome = await send('access.addStaff', { ...added, pin }, { secret: true })
    setSaid(saidOf(outcome, accessTexts.added(name.trim())))
    if (outcome.kind !== 'done') return
    draft.clear()
    setPin('')
    setTried(false)
    await onAdded(added)
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

type BadgeShown = Omit<Parameters<typeof BadgeDialog>[0], 'onClose'>

interface RowProps {
  staff: Staff
  desks: readonly DeskOption[]
  /** Whether this center works with badges. */
  badges: boolean
  onEdit: (editing: Editing) => void
  onBadge: (badge: BadgeShown) => void
}

const desksOf = (options: readonly DeskOption[], deskNames: readonly string[]) =>
  deskNames.map(labelIn(options)).join('・')

function StaffRow({ staff, desks: options, badges, onEdit, onBadge }: RowProps) {
  const { name } = staff
  const deskNames = desksOf(options, staff.deskNames)
  const hasBadge = store.get('staffBadge', staff.id) !== undefined
  const acts: [word: string, act: () => void][] = [[accessTexts.changePin, () => onEdit({ staff, what: 'pin' })]]
  if (options.length > 1) acts.unshift([accessTexts.change, () => onEdit({ staff, what: 'desks' })])
  if (badges) {
    const word = hasBadge ? accessTexts.badgeReissue : accessTexts.badgeIssue
    acts.push([word, () => onBadge({ staffId: staff.id, name, deskNames, made: null })])
  }
  acts.push([accessTexts.retire, () => onEdit({ staff, what: 'retire' })])
  return (
    <li>
      <span class="staff-name">
        <strong>{name}</strong>
        {staff.id === session.value?.staff?.staffId ? <span class="quiet"> ({accessTexts.you})</span> : null}
        <span class="staff-desks">{deskNames || accessTexts.noDesk}</span>
        {badges && !hasBadge ? <span class="staff-badge-missing">{accessTexts.badgeMissing}</span> : null}
      </span>
      <span class="actions">
        {acts.map(([word, act]) => (
          <Button key={word} label={`${name} ${word}`} onPress={act}>
            {word}
          </Button>
        ))}
      </span>
    </li>
  )
}

/** 担当者: who may sit at which desk. `desks` are those that this center has. */
export function StaffSection({ desks: options }: { desks: readonly DeskOption[] }) {
  const [editing, setEditing] = useState<Editing | null>(null)
  const [badge, setBadge] = useState<BadgeShown | null>(null)
  const [said, setSaid] = useState('')
  const badges = signInRuleNow().badge === 'needed'
  const everyone = store.all('staff').filter(({ status }) => status === 'active')
  const { shown, left, onMore } = useBounded(everyone)
  const showNew: AddProps['onAdded'] = async ({ staffId, name, deskNames }) => {
    if (!badges) return
    const result = await makeBadge(staffId)
    if ('refused' in result) return setSaid(`${accessTexts.badgeNotKept(name)}${result.refused}`)
    setBadge({ staffId, name, deskNames: desksOf(options, deskNames), made: result.badge })
  }
  return (
    <div class="stack">
      <ul class="staff-list">
        {shown.map((staff) => (
          <StaffRow
            key={staff.id}
            staff={staff}
            desks={options}
            badges={badges}
            onEdit={setEditing}
            onBadge={setBadge}
          />
        ))}
      </ul>
      <MoreRows left={left} onMore={onMore} />
      <p role="status">{said}</p>
      <AddStaff desks={options} onAdded={showNew} />
      <SignInRuleSection />
      {badge ? <BadgeDialog key={badge.staffId} {...badge} onClose={() => setBadge(null)} /> : null}
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
