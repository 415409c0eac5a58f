import { PinEntry } from '#web/access/pin-entry.tsx'
import { endProof, provePin, waitingForProof } from '#web/access/step-up.ts'
import { usePin } from '#web/access/use-pin.ts'
import { seatedStaff } from '#web/core/session.ts'
import { accessTexts } from '#web/texts/access.ts'
import { Dialog } from '#web/ui/dialog.tsx'

/** One question for the PIN before acts that a desk left open must not allow; whatever was typed waits beneath. */
export function StepUpDialog() {
  const entry = usePin(async (pin) => {
    const refusal = await provePin(pin)
    if (refusal === null) endProof(true)
    return refusal
  })
  const name = seatedStaff.value?.name ?? ''
  const close = () => {
    entry.clear()
    endProof(false)
  }
  return (
    <Dialog open={waitingForProof.value.length > 0} title={accessTexts.proofTitle(name)} onClose={close}>
      <p>{accessTexts.proofWords}</p>
      <PinEntry entry={entry} id="proofPin" autoFocus />
    </Dialog>
  )
}
