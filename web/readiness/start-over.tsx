import { useState } from 'preact/hooks'
import { stands } from '#shared/readiness/rules.ts'
import { store } from '#web/core/store.ts'
import { act } from '#web/readiness/acts.ts'
import { readinessWords, checkListWords as words } from '#web/texts/readiness.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

/** All marks off, before a disaster or a practice begins; asked twice, for who did what and when goes from the lists. */
export function StartOver() {
  const [asking, setAsking] = useState(false)
  const done = store.all('checkItem').filter((item) => stands(item) && item.doneAt !== null).length
  const start = async () => {
    await act('readiness.startListsOver', {})
    setAsking(false)
  }
  return (
    <>
      <Button onPress={() => setAsking(true)} disabledBecause={done === 0 ? words.nothingDone : null}>
        {words.startOver}
      </Button>
      <Dialog
        open={asking}
        title={words.startOverTitle(done)}
        onClose={() => setAsking(false)}
        closeLabel={readinessWords.cancel}
        actions={
          <Button variant="danger" onPress={start}>
            {words.startOver}
          </Button>
        }
      >
        <p>{words.startOverWords}</p>
      </Dialog>
    </>
  )
}
