import { useState } from 'preact/hooks'
import { limits } from '#shared/dispatch/limits.ts'
import { againAsked } from '#web/dispatch/acts.ts'
import { dispatchTexts as t } from '#web/texts/dispatch.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea } from '#web/ui/text-area.tsx'

function Asking({ sentence, answer }: { sentence: string; answer: (reason: string | null) => void }) {
  const [reason, setReason] = useState('')
  return (
    <Dialog
      open
      title={t.again.title}
      onClose={() => answer(null)}
      actions={
        <>
          <Button
            variant="next"
            disabledBecause={reason.trim() === '' ? t.again.missing : null}
            onPress={() => answer(reason.trim())}
          >
            {t.again.send}
          </Button>
          <Button onPress={() => answer(null)}>{t.again.leave}</Button>
        </>
      }
    >
      <p>{sentence}</p>
      <TextArea
        label={t.again.reason}
        required
        autoFocus
        rows={2}
        maxLength={limits.reasonForTeam}
        value={reason}
        onInput={setReason}
      />
    </Dialog>
  )
}

/** A house that was reported as done gets a team again only with a reason; the act waits for it here. */
export function AgainDialog() {
  const asked = againAsked.value
  return asked ? <Asking key={asked.sentence} {...asked} /> : null
}
