import { useState } from 'preact/hooks'
import { store } from '#web/core/store.ts'
import { useSaid } from '#web/privacy/use-said.ts'
import { privacyTexts } from '#web/texts/privacy.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

const words = privacyTexts.closing

/** 閉所, and its way back. */
export function ClosingSection() {
  const [asking, setAsking] = useState(false)
  const { act, said } = useSaid()
  const [center] = store.all('center')
  if (!center) return null
  const { activationId } = center
  const closing = store.get('activationClosing', activationId)
  const isClosed = closing?.reopenedAt === null
  const close = async () => {
    setAsking(false)
    await act('privacy.closeActivation', { activationId })
  }
  return (
    <section class="form-part">
      <h3>{words.title}</h3>
      <p>{isClosed ? words.closed(closing.closedOn, closing.closedBy) : words.open}</p>
      <div class="actions">
        {isClosed ? (
          <Button onPress={() => act('privacy.reopenActivation', { activationId })}>{words.reopen}</Button>
        ) : (
          <Button onPress={() => setAsking(true)}>{words.close}</Button>
        )}
      </div>
      <p role="status">{said}</p>
      <Dialog
        open={asking}
        title={words.title}
        onClose={() => setAsking(false)}
        actions={<Button onPress={close}>{words.close}</Button>}
      >
        <p>{words.sure}</p>
      </Dialog>
    </section>
  )
}
