import { useState } from 'preact/hooks'
import { SignInForm } from '#web/access/sign-in-form.tsx'
import { deferAct, giveConsent, waitingForConsent } from '#web/access/step-up.ts'
import { useActConcerns } from '#web/access/use-act-concerns.ts'
import { centerDesks } from '#web/center/desks.ts'
import { seatedStaff } from '#web/core/session.ts'
import { store } from '#web/core/store.ts'
import { accessTexts } from '#web/texts/access.ts'
import { actName } from '#web/texts/act-names.ts'
import { problemSentence } from '#web/texts/problem-sentence.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

/** Only leads consent: whoever is none is not offered, and would be refused. */
function isLead(name: string): boolean {
  const leading = centerDesks().filter(({ capabilities }) => capabilities.includes('center.lead'))
  const person = store.all('staff').find((one) => one.name === name && one.status === 'active')
  return leading.some((desk) => person?.deskNames.includes(desk.name))
}

/** Nobody else is there: the act is put down to wait, in sight of everyone. */
function Defer({ actId, onDone }: { actId: string; onDone: () => void }) {
  const [said, setSaid] = useState('')
  const defer = async () => {
    const refusal = await deferAct(actId)
    if (refusal === null) onDone()
    else setSaid(refusal === 'noLine' ? accessTexts.noLine : problemSentence(refusal, 'ja'))
  }
  return (
    <section class="stack">
      <h3>{accessTexts.deferTitle}</h3>
      <p>{accessTexts.deferWords}</p>
      {said ? <p role="alert">{said}</p> : null}
      <p>
        <Button onPress={defer}>{accessTexts.defer}</Button>
      </p>
    </section>
  )
}

/** Some acts take two: another lead comes to this desk, reads what is to be done, and consents with their own PIN. */
export function ConsentDialog() {
  const waiting = waitingForConsent.value
  return waiting ? <Asking key={waiting.actId} waiting={waiting} /> : null
}

function Asking({ waiting }: { waiting: NonNullable<typeof waitingForConsent.value> }) {
  const { actId, type, input, end } = waiting
  const asker = seatedStaff.value?.name ?? ''
  const about = useActConcerns({ type, input }, true)
  return (
    <Dialog open wide title={accessTexts.consentTitle} onClose={() => end(false)}>
      <div class="stack">
        <p>
          <strong>{accessTexts.consentTo(asker, actName(type), about)}</strong>
        </p>
        <p>{accessTexts.consentWords}</p>
        <p>{accessTexts.ownPerson}</p>
        <SignInForm
          offers={(name) => name !== asker && isLead(name)}
          attempt={(claim, pin) => giveConsent(actId, claim, pin)}
          onDone={() => end(true)}
        />
        <Defer actId={actId} onDone={() => end(true)} />
      </div>
    </Dialog>
  )
}
