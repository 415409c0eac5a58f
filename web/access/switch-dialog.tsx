import { SignInForm } from '#web/access/sign-in-form.tsx'
import { signOut } from '#web/core/session.ts'
import { accessTexts } from '#web/texts/access.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

/** 交代: another person takes the desk over the screen as it stands. */
export function SwitchDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      wide
      title={accessTexts.switchTitle}
      onClose={onClose}
      actions={<Button onPress={signOut}>{accessTexts.leave}</Button>}
    >
      <p>{accessTexts.switchHint}</p>
      <SignInForm onDone={onClose} />
    </Dialog>
  )
}
