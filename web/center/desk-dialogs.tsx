import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Staff } from '#shared/access/staff.ts'
import { workToSplit } from '#shared/center/desk-rules.ts'
import { type DeskWork, deskWorks } from '#shared/center/desk-works.ts'
import type { Desk } from '#shared/center/profile.ts'
import { newId } from '#shared/core/ids.ts'
import { toHalfWidthDigits } from '#shared/core/japanese-text.ts'
import { deskLabel, deskTitle } from '#shared/texts/desk-names.ts'
import { centerDesks } from '#web/center/desks.ts'
import { type Outcome, send } from '#web/core/send.ts'
import { accessTexts } from '#web/texts/access.ts'
import { deskTexts } from '#web/texts/form.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField, ChoicesField } from '#web/ui/choice-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { NumberField } from '#web/ui/number-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'

/** One act of a dialog: a refusal stays in it beside what was chosen. */
function useAct(act: () => Promise<Outcome>, onClose: () => void) {
  const [said, setSaid] = useState('')
  const press = async () => {
    const outcome = await act()
    if (outcome.kind === 'done') return onClose()
    setSaid(outcome.kind === 'kept' ? accessTexts.kept : problemSentence(outcome.problem, 'ja'))
  }
  return { said, press }
}

interface ActDialogProps {
  title: string
  hint: string
  act: string
  disabledBecause: string | null
  press: () => unknown
  said: string
  onClose: () => void
  children: ComponentChildren
}

function ActDialog({ title, hint, act, disabledBecause, press, said, onClose, children }: ActDialogProps) {
  const button = (
    <Button variant="next" onPress={press} disabledBecause={disabledBecause}>
      {act}
    </Button>
  )
  return (
    <Dialog open wide title={title} onClose={onClose} actions={button}>
      <div class="stack">
        {hint ? <p class="quiet">{hint}</p> : null}
        {children}
        <p role="status" class="field-error-text">
          {said}
        </p>
      </div>
    </Dialog>
  )
}

const isWork = (value: string): value is DeskWork => deskWorks.some((work) => work === value)
const workOptions = (works: readonly DeskWork[]) => works.map((value) => ({ value, label: deskLabel(value) }))

/** Lanes as typed; a desk without them has one. */
const lanesOf = (typed: string) => Math.min(10, Math.max(1, Number(toHalfWidthDigits(typed)) || 1))

/** Adds a desk that does what another does. */
export function AddDeskDialog({ onClose }: { onClose: () => void }) {
  const [deskName] = useState(newId)
  const [form, setForm] = useState({ label: '', work: '', lanes: '1' })
  const { label, work, lanes } = form
  const { said, press } = useAct(
    () => send('center.addDesk', { deskName, label, work: isWork(work) ? [work] : [], lanes: lanesOf(lanes) }),
    onClose,
  )
  const missing = label.trim() === '' ? deskTexts.labelMissing : work === '' ? deskTexts.workMissing : null
  return (
    <ActDialog
      title={deskTexts.addTitle}
      hint={deskTexts.addHint}
      act={deskTexts.addAct}
      disabledBecause={missing}
      {...{ press, said, onClose }}
    >
      <TextField
        label={deskTexts.label}
        hint={deskTexts.labelHint}
        maxLength={20}
        value={label}
        onInput={(value) => setForm({ ...form, label: value })}
      />
      <ChoiceField
        label={deskTexts.workLike}
        value={work}
        options={workOptions(deskWorks)}
        onChange={(value) => setForm({ ...form, work: value })}
      />
      {work === 'reception' ? (
        <NumberField
          label={deskTexts.laneCount}
          value={lanes}
          onInput={(value) => setForm({ ...form, lanes: value })}
        />
      ) : null}
    </ActDialog>
  )
}

/** Makes one desk of two. */
export function MergeDialog({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const [form, setForm] = useState({ into: '', label: '' })
  const { said, press } = useAct(() => send('center.mergeDesks', { from: desk.name, ...form }), onClose)
  const others = centerDesks().filter(({ name }) => name !== desk.name)
  return (
    <ActDialog
      title={deskTexts.mergeTitle(deskTitle(desk))}
      hint={deskTexts.mergeHint}
      act={deskTexts.mergeAct}
      disabledBecause={form.into === '' ? deskTexts.intoMissing : null}
      {...{ press, said, onClose }}
    >
      <ChoiceField
        label={deskTexts.into}
        value={form.into}
        options={others.map((other) => ({ value: other.name, label: deskTitle(other) }))}
        onChange={(into) => setForm({ ...form, into })}
      />
      <TextField
        label={deskTexts.mergedLabel}
        hint={deskTexts.mergedLabelHint}
        maxLength={20}
        value={form.label}
        onInput={(label) => setForm({ ...form, label })}
      />
    </ActDialog>
  )
}

/** Makes two desks of one: by work, by lanes, by people. */
export function SplitDialog({ desk, people, onClose }: { desk: Desk; people: readonly Staff[]; onClose: () => void }) {
  const [deskName] = useState(newId)
  const [form, setForm] = useState({ label: '', work: [] as DeskWork[], staffIds: [] as string[], lanes: '1' })
  const { label, work, staffIds, lanes } = form
  const { said, press } = useAct(
    () => send('center.splitDesk', { deskName, from: desk.name, label, work, staffIds, lanes: lanesOf(lanes) }),
    onClose,
  )
  const own = (desk.work ?? [desk.name]).filter(isWork)
  const movable = workToSplit({ work: own }, deskWorks).filter((one) => own.length > 1 || !own.includes(one))
  return (
    <ActDialog
      title={deskTexts.splitTitle(deskTitle(desk))}
      hint=""
      act={deskTexts.splitAct}
      disabledBecause={label.trim() === '' ? deskTexts.labelMissing : null}
      {...{ press, said, onClose }}
    >
      <TextField
        label={deskTexts.newLabel}
        hint={deskTexts.labelHint}
        maxLength={20}
        value={label}
        onInput={(value) => setForm({ ...form, label: value })}
      />
      {movable.length > 0 ? (
        <ChoicesField
          label={deskTexts.goesOver}
          hint={deskTexts.goesOverHint}
          values={work}
          options={workOptions(movable)}
          onChange={(values) => setForm({ ...form, work: values.filter(isWork) })}
        />
      ) : null}
      {desk.lanes > 1 ? (
        <NumberField
          label={deskTexts.movedLanes}
          value={lanes}
          onInput={(value) => setForm({ ...form, lanes: value })}
        />
      ) : null}
      {people.length > 0 ? (
        <ChoicesField
          label={deskTexts.movedPeople}
          values={staffIds}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(values) => setForm({ ...form, staffIds: values })}
        />
      ) : null}
    </ActDialog>
  )
}
