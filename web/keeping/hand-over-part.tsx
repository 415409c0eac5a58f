import { useState } from 'preact/hooks'
import type { CopiesShown } from '#shared/keeping/reads.ts'
import { ProvedLink } from '#web/access/proved-link.tsx'
import type { useCopies } from '#web/keeping/use-copies.ts'
import { copiesTexts as texts } from '#web/texts/keeping-copies.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

/** Sealing the center for another laptop, and going on here after all. */
export function HandOverPart({ shown, act }: { shown: CopiesShown; act: ReturnType<typeof useCopies>['act'] }) {
  const [asks, setAsks] = useState(false)
  const { state, path } = shown.handOver
  const isOver = state === 'sealed' || state === 'handedOver'
  const takeBack = async () => {
    setAsks(false)
    await act('keeping.takeBackCenter', {})
  }
  return (
    <section class="form-part">
      <h3>{texts.handOver}</h3>
      <p>{texts.handOverWords}</p>
      <p role="status">
        <strong>{texts.handOverStates[state]}</strong> {path}
      </p>
      <p class="actions">
        {state === 'sealed' ? (
          <ProvedLink variant="next" href="/sheets/hand-over">
            {texts.printSheet}
          </ProvedLink>
        ) : null}
        {state === 'sealing' ? null : (
          <Button onPress={() => act('keeping.handOverCenter', {})}>
            {isOver ? texts.handOverAgain : texts.handOverNow}
          </Button>
        )}
        {isOver ? <Button onPress={() => setAsks(true)}>{texts.takeBack}</Button> : null}
      </p>
      <Dialog
        open={asks}
        title={texts.takeBack}
        onClose={() => setAsks(false)}
        actions={<Button onPress={takeBack}>{texts.takeBackNow}</Button>}
      >
        <p>{texts.takeBackWords}</p>
      </Dialog>
    </section>
  )
}
