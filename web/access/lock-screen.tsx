import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { unlockDesk } from '#web/access/desk-lock.ts'
import { ModalCover } from '#web/access/modal-cover.tsx'
import { PinEntry } from '#web/access/pin-entry.tsx'
import { SignInForm } from '#web/access/sign-in-form.tsx'
import { provePin } from '#web/access/step-up.ts'
import { usePin } from '#web/access/use-pin.ts'
import { accessTexts } from '#web/texts/access.ts'
import { Button } from '#web/ui/button.tsx'

function OwnPin({ name }: { name: string }) {
  const entry = usePin(async (pin) => {
    const refusal = await provePin(pin)
    if (refusal === null) unlockDesk()
    return refusal
  })
  return (
    <>
      <h2>{accessTexts.lockOpen(name)}</h2>
      <PinEntry entry={entry} id="lockPin" autoFocus />
    </>
  )
}

interface LockScreenProps {
  /** Who sits here: with their PIN everything is as it was. */
  name: string
  desk: string
  /** What anyone may see: numbers without names. */
  children: ComponentChildren
}

/** Covers a desk that was left. */
export function LockScreen({ name, desk, children }: LockScreenProps) {
  const [switching, setSwitching] = useState(false)
  return (
    <ModalCover titleId="lock-title">
      <h1 id="lock-title">{accessTexts.lockTitle(desk)}</h1>
      <p>{accessTexts.lockWords}</p>
      <div class="lock-numbers">{children}</div>
      {switching ? <SignInForm onDone={unlockDesk} /> : <OwnPin name={name} />}
      <p>
        <Button onPress={() => setSwitching(!switching)}>
          {switching ? accessTexts.lockBack(name) : accessTexts.lockSwitch}
        </Button>
      </p>
    </ModalCover>
  )
}
