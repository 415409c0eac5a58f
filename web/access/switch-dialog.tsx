import { SignInForm } from '#web/access/sign-in-form.tsx'
import { signOut } from '#web/core/session.ts'
import { accessTexts } from '#web/texts/access.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

interface SwitchDialogProps {
  open: boolean
  onClose: () => void
  /** 引継ぎ of this desk to somebody, with a note; null where there is none to hand over. */
  onHandOver: (() => void) | null
}

/** 交代: another person takes the desk over the screen as it stands. */
export function SwitchDialog({ open, onClose, onHandOver }: SwitchDialogProps) {
  return (
    <Dialog
      open={open}
      wide
      title={accessTexts.switchTitle}
      onClose={onClose}
      actions={
        <>
          {onHandOver ? <Button onPress={onHandOver}>{accessTexts.handOver}</Button> : null}
          <Button onPress={signOut}>{accessTexts.leave}</Button>
        </>
      }
    >
      <p>{accessTexts.switchHint}</p>
      <SignInForm onDone={onClose} />
    </Dialog>
  )
}
