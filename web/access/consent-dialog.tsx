import { SignInForm } from '#web/access/sign-in-form.tsx'
import { giveConsent, waitingForConsent } from '#web/access/step-up.ts'
import { accessTexts } from '#web/texts/access.ts'
import { Dialog } from '#web/ui/dialog.tsx'

/** Some acts take two: another lead comes to this desk, reads what is to be done, and consents with their own PIN. */
export function ConsentDialog() {
  const waiting = waitingForConsent.value
  if (!waiting) return null
  return (
    <Dialog open wide title={accessTexts.consentTitle} onClose={() => waiting.end(false)}>
      <p>{accessTexts.consentWords}</p>
      <SignInForm attempt={(claim, pin) => giveConsent(waiting.actId, claim, pin)} onDone={() => waiting.end(true)} />
    </Dialog>
  )
}
