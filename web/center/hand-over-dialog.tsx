import { useState } from 'preact/hooks'
import type { Staff } from '#shared/access/staff.ts'
import type { Desk } from '#shared/center/profile.ts'
import { newId } from '#shared/core/ids.ts'
import { deskTitle } from '#shared/texts/desk-names.ts'
import { send } from '#web/core/send.ts'
import { may, session } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { deskTexts } from '#web/texts/form.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { ChoiceField } from '#web/ui/choice-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

const nobody = 'nobody'

/** Whose desk it is now, as far as this person may hand it over: one's own, or anyone's for the lead. */
function giversOf(desk: Desk) {
  const here = store
    .all('staff')
    .filter(({ status, deskNames }) => status === 'active' && deskNames.includes(desk.name))
  const me = session.value?.staff?.staffId
  const givers = may('center.lead') ? here : here.filter(({ id }) => id === me)
  return [...givers].sort((one, other) => Number(other.id === me) - Number(one.id === me))
}

const optionsOf = (people: readonly Staff[]) => people.map(({ id, name }) => ({ value: id, label: name }))

function Giver({ givers, from, onChange }: { givers: readonly Staff[]; from: string; onChange: (id: string) => void }) {
  if (givers.length === 0) return <p class="quiet">{deskTexts.fromNobody}</p>
  return <ChoiceField label={deskTexts.from} value={from} options={optionsOf(givers)} onChange={onChange} />
}

/** 引継ぎ: to whom, and what they must know. */
export function HandOverDialog({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const givers = giversOf(desk)
  const draft = useDraft(`handOver.${desk.name}`, { from: givers[0]?.id ?? nobody, to: '', note: '' })
  const [handOverId] = useState(newId)
  const [said, setSaid] = useState('')
  const { from, to, note } = draft.value
  const takers = store.all('staff').filter(({ id, status }) => status === 'active' && id !== from)
  const press = async () => {
    const fromStaffId = from === nobody ? null : from
    const outcome = await send('center.handOverDesk', {
      handOverId,
      deskName: desk.name,
      fromStaffId,
      toStaffId: to,
      note,
    })
    if (outcome.kind === 'refused') return setSaid(problemSentence(outcome.problem, 'ja'))
    draft.clear()
    if (outcome.kind === 'done') return onClose()
    setSaid(accessTexts.kept)
  }
  const missing = takers.length === 0 ? deskTexts.nobodyElse : to === '' ? deskTexts.toMissing : null
  const act = (
    <Button variant="next" onPress={press} disabledBecause={missing}>
      {deskTexts.handOverAct}
    </Button>
  )
  return (
    <Dialog open wide title={deskTexts.handOverTitle(deskTitle(desk))} onClose={onClose} actions={act}>
      <div class="stack">
        <Giver givers={givers} from={from} onChange={(value) => draft.change({ from: value })} />
        <ChoiceField
          label={deskTexts.to}
          value={to}
          options={optionsOf(takers)}
          onChange={(value) => draft.change({ to: value })}
        />
        <TextArea
          label={deskTexts.note}
          hint={deskTexts.noteHint}
          maxLength={500}
          value={note}
          onInput={(value) => draft.change({ note: value })}
        />
        <p role="status" class="field-error-text">
          {said}
        </p>
      </div>
    </Dialog>
  )
}
