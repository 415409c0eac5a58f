import { useState } from 'preact/hooks'
import { limits } from '#shared/needs/limits.ts'
import type { Need } from '#shared/needs/need.ts'
import { isGateOpen } from '#shared/needs/rules.ts'
import { gateReasonWords } from '#shared/texts/needs-problems.ts'
import { send } from '#web/core/send.ts'
import { session } from '#web/core/session.ts'
import { saidOf } from '#web/needs/desk-view.ts'
import { needDetailWords } from '#web/texts/needs.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useDraft } from '#web/ui/use-draft.ts'

const words = needDetailWords.gate

/** Opens the closed gate with a name and a reason, or takes that back. */
export function GateControl({ need }: { need: Need }) {
  const [asking, setAsking] = useState(false)
  if (isGateOpen(need)) {
    return <Button onPress={() => send('needs.closeGate', { needId: need.id })}>{words.close}</Button>
  }
  return (
    <>
      <Button onPress={() => setAsking(true)}>{words.open}</Button>
      {asking ? <GateDialog need={need} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function GateDialog({ need, onClose }: { need: Need; onClose: () => void }) {
  const me = session.value?.staff?.name ?? ''
  const { value, change, clear } = useDraft(`needs.gate.${need.id}`, { decidedBy: me, because: '' })
  const [said, setSaid] = useState<string | null>(null)
  const complete = value.decidedBy.trim() !== '' && value.because.trim() !== ''
  const open = async () => {
    const { closedBy } = need.gate
    const outcome = await send('needs.openGate', { needId: need.id, reasons: closedBy, ...value })
    if (outcome.kind === 'refused') return setSaid(saidOf(outcome))
    clear()
    onClose()
  }
  return (
    <Dialog
      open
      title={words.title}
      onClose={onClose}
      actions={
        <Button variant="danger" onPress={open} disabledBecause={complete ? null : needDetailWords.gateMissing}>
          {words.open}
        </Button>
      }
    >
      <div class="stack">
        <p>{need.gate.closedBy.map((reason) => gateReasonWords[reason]).join('、')}</p>
        <p class="quiet">{words.explain}</p>
        <TextField
          label={words.decidedBy}
          value={value.decidedBy}
          onInput={(decidedBy) => change({ decidedBy })}
          maxLength={limits.decidedBy}
          autoFocus
          required
        />
        <TextArea
          label={words.because}
          value={value.because}
          onInput={(because) => change({ because })}
          maxLength={limits.reason}
          error={said}
          required
        />
      </div>
    </Dialog>
  )
}
