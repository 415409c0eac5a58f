import { signal } from '@preact/signals'
import { clockOf, timeZone } from '#shared/core/time.ts'
import { ModalCover } from '#web/access/modal-cover.tsx'
import { goTo, mayGoTo } from '#web/center/go-to-panel.ts'
import { darkSince } from '#web/practice/selectors.ts'
import { practiceTexts as words } from '#web/texts/practice.ts'
import { Button } from '#web/ui/button.tsx'

/** Whether the controller's page is what this desk shows: it alone stays while all others are dark. */
export const controllerInSight = signal(false)

/** Whether this desk is put away, with all that was being typed beneath. */
export const deskIsDark = (): boolean => darkSince() !== null && !controllerInSight.value

/** One sentence, and since when. */
export function DarkCover() {
  const since = darkSince()
  if (since === null) return null
  return (
    <ModalCover titleId="dark-title" dark>
      <h1 id="dark-title">{words.darkTitle}</h1>
      <p class="number">{words.darkFrom(clockOf(since, timeZone))}</p>
      <p>{words.darkWords}</p>
      {mayGoTo('practice') ? <Button onPress={() => goTo('practice')}>{words.toController}</Button> : null}
    </ModalCover>
  )
}
